package city.whistle.engine.rest;

import city.whistle.engine.command.DeployResources;
import city.whistle.engine.command.DeployResources.ResourceFile;
import city.whistle.engine.command.Deployed;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.DecisionDefinition;
import city.whistle.engine.state.DecisionRequirements;
import city.whistle.engine.state.Form;
import city.whistle.engine.state.ProcessDefinition;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.multipart.AggregatedBodyPart;
import com.linecorp.armeria.common.multipart.AggregatedMultipart;
import com.linecorp.armeria.common.multipart.Multipart;
import com.linecorp.armeria.common.stream.StreamMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Deployments and the files in them. */
final class DeploymentResource {

  private static final String PART = "resources";
  private static final List<String> KINDS =
      List.of(
          "processDefinition", "decisionDefinition", "decisionRequirements", "form", "resource");

  void addTo(Routes routes) {
    routes.post("/v2/deployments", DeploymentResource::deploy);
    routes.get(
        "/v2/resources/{resourceKey}",
        call -> {
          long key = call.pathKey("resourceKey");
          return call.show(database -> database.resource(key));
        });
    routes.get("/v2/resources/{resourceKey}/content", DeploymentResource::content);
  }

  private static CompletableFuture<Answer> content(Call call) {
    long key = call.pathKey("resourceKey");
    return call.query(
        database -> {
          String content = database.resourceContent(key);
          return content.startsWith("<") ? Answer.xml(content) : Answer.text(content);
        });
  }

  private static CompletableFuture<Answer> deploy(Call call) {
    return Multipart.from(boundary(call.contentType()), StreamMessage.of(call.content()))
        .aggregate()
        .thenCompose(
            parts ->
                call.submit(new DeployResources(files(parts)), done -> Answer.json(toWire(done))));
  }

  private static String boundary(MediaType type) {
    if (type == null || !type.is(MediaType.MULTIPART_FORM_DATA)) {
      throw new WrongContentType("multipart/form-data");
    }
    List<String> boundaries = type.parameters().get("boundary");
    if (boundaries == null || boundaries.isEmpty()) {
      throw Rejection.invalid("The content type multipart/form-data names no boundary.");
    }
    return boundaries.get(0);
  }

  private static List<ResourceFile> files(AggregatedMultipart parts) {
    List<ResourceFile> files = new ArrayList<>();
    for (AggregatedBodyPart part : parts.bodyParts()) {
      if (PART.equals(part.name())) {
        files.add(file(part));
      } else if ("tenantId".equals(part.name())) {
        Body.of(Map.of("tenantId", part.contentUtf8()), "tenantId").refuseTenants();
      } else {
        throw Rejection.invalid(
            "Unknown part '" + part.name() + "'; known are " + PART + ", tenantId.");
      }
    }
    if (files.isEmpty()) {
      throw Rejection.invalid("There is no file: send at least one part '" + PART + "'.");
    }
    return files;
  }

  private static ResourceFile file(AggregatedBodyPart part) {
    if (part.filename() == null || part.filename().isBlank()) {
      throw Rejection.invalid("A part '" + PART + "' has no file name.");
    }
    return new ResourceFile(part.filename(), part.content().array());
  }

  private static Map<String, Object> toWire(Deployed deployed) {
    Map<Long, DecisionRequirements> requirements =
        deployed.requirements().stream()
            .collect(Collectors.toMap(DecisionRequirements::key, Function.identity()));
    List<Map<String, Object>> deployments = new ArrayList<>();
    deployed.processes().forEach(p -> deployments.add(one("processDefinition", process(p))));
    deployed
        .decisions()
        .forEach(
            d ->
                deployments.add(
                    one("decisionDefinition", decision(d, requirements.get(d.requirementsKey())))));
    deployed
        .requirements()
        .forEach(r -> deployments.add(one("decisionRequirements", requirements(r))));
    deployed.forms().forEach(f -> deployments.add(one("form", form(f))));
    return Map.of(
        "tenantId",
        "<default>",
        "deploymentKey",
        Long.toString(deployed.deploymentKey()),
        "deployments",
        deployments);
  }

  /** What was deployed under the name of its kind; the other kinds have no value. */
  private static Map<String, Object> one(String kind, Map<String, Object> deployed) {
    Map<String, Object> wire = new LinkedHashMap<>();
    KINDS.forEach(each -> wire.put(each, each.equals(kind) ? deployed : null));
    return wire;
  }

  private static Map<String, Object> process(ProcessDefinition process) {
    return Map.of(
        "processDefinitionId", process.bpmnProcessId(),
        "processDefinitionVersion", process.version(),
        "resourceName", process.resourceName(),
        "processDefinitionKey", Long.toString(process.key()),
        "tenantId", "<default>");
  }

  private static Map<String, Object> decision(
      DecisionDefinition decision, DecisionRequirements requirements) {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("decisionDefinitionId", decision.decisionId());
    wire.put("version", decision.version());
    wire.put("name", Objects.toString(decision.name(), decision.decisionId()));
    wire.put("tenantId", "<default>");
    wire.put("decisionRequirementsId", requirements == null ? null : requirements.requirementsId());
    wire.put("decisionDefinitionKey", Long.toString(decision.key()));
    wire.put("decisionRequirementsKey", Long.toString(decision.requirementsKey()));
    return wire;
  }

  private static Map<String, Object> requirements(DecisionRequirements requirements) {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("decisionRequirementsId", requirements.requirementsId());
    wire.put("version", requirements.version());
    wire.put(
        "decisionRequirementsName",
        Objects.toString(requirements.name(), requirements.requirementsId()));
    wire.put("tenantId", "<default>");
    wire.put("resourceName", requirements.resourceName());
    wire.put("decisionRequirementsKey", Long.toString(requirements.key()));
    return wire;
  }

  private static Map<String, Object> form(Form form) {
    return Map.of(
        "formId", form.formId(),
        "version", form.version(),
        "resourceName", form.resourceName(),
        "tenantId", "<default>",
        "formKey", Long.toString(form.key()));
  }
}

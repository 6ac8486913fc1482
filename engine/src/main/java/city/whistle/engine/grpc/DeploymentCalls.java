package city.whistle.engine.grpc;

import city.whistle.engine.command.DeployResources;
import city.whistle.engine.command.DeployResources.ResourceFile;
import city.whistle.engine.command.Deployed;
import city.whistle.engine.state.DecisionDefinition;
import city.whistle.engine.state.DecisionRequirements;
import city.whistle.engine.state.Form;
import city.whistle.engine.state.ProcessDefinition;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DecisionMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DecisionRequirementsMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployProcessRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployProcessResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Deployment;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FormMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ProcessMetadata;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Deploying models. */
final class DeploymentCalls {

  private static final String INTENT = "CREATE";

  private final Commands commands;

  DeploymentCalls(Commands commands) {
    this.commands = commands;
  }

  void deploy(DeployResourceRequest request, StreamObserver<DeployResourceResponse> caller) {
    commands.submit(
        caller,
        INTENT,
        () -> {
          Requests.checkTenant(request.getTenantId());
          return new DeployResources(
              request.getResourcesList().stream()
                  .map(each -> new ResourceFile(each.getName(), each.getContent().toByteArray()))
                  .toList());
        },
        DeploymentCalls::response);
  }

  void deployProcesses(DeployProcessRequest request, StreamObserver<DeployProcessResponse> caller) {
    commands.submit(
        caller,
        INTENT,
        () ->
            new DeployResources(
                request.getProcessesList().stream()
                    .map(
                        each ->
                            new ResourceFile(each.getName(), each.getDefinition().toByteArray()))
                    .toList()),
        DeploymentCalls::processesResponse);
  }

  private static DeployProcessResponse processesResponse(Deployed deployed) {
    return DeployProcessResponse.newBuilder()
        .setKey(deployed.deploymentKey())
        .addAllProcesses(deployed.processes().stream().map(DeploymentCalls::metadata).toList())
        .build();
  }

  private static DeployResourceResponse response(Deployed deployed) {
    var response =
        DeployResourceResponse.newBuilder()
            .setKey(deployed.deploymentKey())
            .setTenantId(Requests.TENANT);
    deployed
        .processes()
        .forEach(
            each -> response.addDeployments(Deployment.newBuilder().setProcess(metadata(each))));
    addDecisions(response, deployed);
    deployed
        .forms()
        .forEach(each -> response.addDeployments(Deployment.newBuilder().setForm(metadata(each))));
    return response.build();
  }

  private static void addDecisions(DeployResourceResponse.Builder response, Deployed deployed) {
    Map<Long, DecisionRequirements> requirements =
        deployed.requirements().stream()
            .collect(Collectors.toMap(DecisionRequirements::key, Function.identity()));
    for (DecisionDefinition decision : deployed.decisions()) {
      String requirementsId = requirements.get(decision.requirementsKey()).requirementsId();
      response.addDeployments(
          Deployment.newBuilder().setDecision(metadata(decision, requirementsId)));
    }
    deployed
        .requirements()
        .forEach(
            each ->
                response.addDeployments(
                    Deployment.newBuilder().setDecisionRequirements(metadata(each))));
  }

  private static ProcessMetadata metadata(ProcessDefinition process) {
    return ProcessMetadata.newBuilder()
        .setBpmnProcessId(process.bpmnProcessId())
        .setVersion(process.version())
        .setProcessDefinitionKey(process.key())
        .setResourceName(process.resourceName())
        .setTenantId(Requests.TENANT)
        .build();
  }

  private static DecisionMetadata metadata(DecisionDefinition decision, String requirementsId) {
    return DecisionMetadata.newBuilder()
        .setDmnDecisionId(decision.decisionId())
        .setDmnDecisionName(Objects.toString(decision.name(), ""))
        .setVersion(decision.version())
        .setDecisionKey(decision.key())
        .setDmnDecisionRequirementsId(requirementsId)
        .setDecisionRequirementsKey(decision.requirementsKey())
        .setTenantId(Requests.TENANT)
        .build();
  }

  private static DecisionRequirementsMetadata metadata(DecisionRequirements requirements) {
    return DecisionRequirementsMetadata.newBuilder()
        .setDmnDecisionRequirementsId(requirements.requirementsId())
        .setDmnDecisionRequirementsName(Objects.toString(requirements.name(), ""))
        .setVersion(requirements.version())
        .setDecisionRequirementsKey(requirements.key())
        .setResourceName(requirements.resourceName())
        .setTenantId(Requests.TENANT)
        .build();
  }

  private static FormMetadata metadata(Form form) {
    return FormMetadata.newBuilder()
        .setFormId(form.formId())
        .setVersion(form.version())
        .setFormKey(form.key())
        .setResourceName(form.resourceName())
        .setTenantId(Requests.TENANT)
        .build();
  }
}

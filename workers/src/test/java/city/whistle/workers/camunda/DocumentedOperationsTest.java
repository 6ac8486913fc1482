package city.whistle.workers.camunda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/**
 * What the registry and its workers ask of the engine is what a Camunda 8.8 cluster answers, too:
 * documented operations, filtered and sorted by documented fields.
 */
class DocumentedOperationsTest {

  private static final String SEARCH = "io.camunda.client.api.search.";
  private static final String WIRE = "io.camunda.client.protocol.rest.";

  /** Those used, and the operation of the REST API of 8.8 that each is. */
  private static final Map<String, String> OPERATIONS =
      Map.ofEntries(
          Map.entry(
              "newCancelInstanceCommand",
              "POST /v2/process-instances/{processInstanceKey}/cancellation"),
          Map.entry("newCompleteCommand", "POST /v2/jobs/{jobKey}/completion"),
          Map.entry("newCreateInstanceCommand", "POST /v2/process-instances"),
          Map.entry("newDeployResourceCommand", "POST /v2/deployments"),
          Map.entry("newIncidentSearchRequest", "POST /v2/incidents/search"),
          Map.entry("newJobSearchRequest", "POST /v2/jobs/search"),
          Map.entry("newProcessDefinitionSearchRequest", "POST /v2/process-definitions/search"),
          Map.entry("newProcessInstanceSearchRequest", "POST /v2/process-instances/search"),
          Map.entry("newPublishMessageCommand", "POST /v2/messages/publication"),
          Map.entry("newResolveIncidentCommand", "POST /v2/incidents/{incidentKey}/resolution"),
          Map.entry(
              "newSetVariablesCommand", "PUT /v2/element-instances/{elementInstanceKey}/variables"),
          Map.entry("newUpdateRetriesCommand", "PATCH /v2/jobs/{jobKey}"),
          Map.entry("newUpdateUserTaskCommand", "PATCH /v2/user-tasks/{userTaskKey}"),
          Map.entry("newUserTaskGetFormRequest", "GET /v2/user-tasks/{userTaskKey}/form"),
          Map.entry("newUserTaskSearchRequest", "POST /v2/user-tasks/search"),
          Map.entry(
              "newUserTaskVariableSearchRequest",
              "POST /v2/user-tasks/{userTaskKey}/variables/search"),
          Map.entry("newVariableSearchRequest", "POST /v2/variables/search"));

  /** Where the client's name of a field isn't the API's. */
  private static final Map<String, String> OF_THE_CLIENT_ALONE =
      Map.of("bpmnProcessId", "processDefinitionId");

  private static final List<JavaMethodCall> CALLS =
      new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages("city.whistle.workers")
              .stream()
              .flatMap(type -> type.getMethodCallsFromSelf().stream())
              .toList();

  @Test
  void asksForDocumentedOperationsAlone() throws Exception {
    String documented =
        new ClassPathResource("city/whistle/engine/rest/operations.txt").getContentAsString(UTF_8);

    assertThat(called(CamundaClient.class.getName(), JobClient.class.getName()))
        .isEqualTo(new TreeSet<>(OPERATIONS.keySet()));
    assertThat(documented.lines()).containsAll(OPERATIONS.values());
  }

  @Test
  void filtersByDocumentedFieldsAlone() throws Exception {
    Set<String> filters = targets(SEARCH + "filter.");

    assertThat(filters).contains("JobFilter", "IncidentFilter", "UserTaskFilter");
    for (String filter : filters) {
      assertThat(properties(WIRE + filter))
          .as(filter)
          .containsAll(
              called(SEARCH + "filter." + filter).stream()
                  .map(name -> OF_THE_CLIENT_ALONE.getOrDefault(name, name))
                  .toList());
    }
  }

  @Test
  void sortsByDocumentedFieldsAlone() throws Exception {
    for (String sort : targets(SEARCH + "sort.")) {
      Class<?> wire =
          Class.forName(WIRE + sort.replace("Sort", "SearchQuerySortRequest") + "$FieldEnum");
      Set<String> called = called(SEARCH + "sort." + sort);
      called.removeAll(Set.of("asc", "desc"));
      assertThat(Stream.of(wire.getEnumConstants()).map(Object::toString))
          .as(sort)
          .containsAll(called);
    }
  }

  /** Simple names of the types in this package on which something is called. */
  private static Set<String> targets(String prefix) {
    return CALLS.stream()
        .map(call -> call.getTargetOwner().getName())
        .filter(name -> name.startsWith(prefix) && name.indexOf('.', prefix.length()) < 0)
        .map(name -> name.substring(prefix.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> called(String... owners) {
    return CALLS.stream()
        .filter(call -> List.of(owners).contains(call.getTargetOwner().getName()))
        .map(JavaMethodCall::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> properties(String type) throws ClassNotFoundException {
    ObjectMapper json = new ObjectMapper();
    BeanDescription wire =
        json.getSerializationConfig().introspect(json.constructType(Class.forName(type)));
    return wire.findProperties().stream().map(property -> property.getName()).toList();
  }
}

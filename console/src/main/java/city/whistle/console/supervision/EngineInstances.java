package city.whistle.console.supervision;

import static city.whistle.console.tasks.EngineAnswers.asked;
import static city.whistle.console.tasks.EngineAnswers.commanded;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.MigrationPlan;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.JobState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.Job;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.ProcessInstanceCallHierarchyEntryResponse;
import io.camunda.client.api.search.response.ProcessInstanceSequenceFlow;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * One process instance, by Camunda's client: what the engine knows of it, and what it can be told.
 * A question throws {@code EngineAway} where the engine doesn't answer; a command throws {@code
 * Refused} where it says no.
 */
@Component
class EngineInstances {

  private static final int NOT_FOUND = 404;
  private static final int ELEMENTS_MAX = 500;
  private static final int ACTIVE_MAX = 1000;
  private static final int ROWS_MAX = 50;
  private static final int VARIABLES_MAX = 200;

  private final CamundaClient client;

  EngineInstances(CamundaClient client) {
    this.client = client;
  }

  Optional<ProcessInstance> find(long key) {
    return found(() -> client.newProcessInstanceGetRequest(key).send().join());
  }

  private static <T> Optional<T> found(Supplier<T> question) {
    return asked(
        () -> {
          try {
            return Optional.of(question.get());
          } catch (ProblemException e) {
            if (e.code() == NOT_FOUND) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  /** Itself and those that called it, the outermost first. */
  List<ProcessInstanceCallHierarchyEntryResponse> callers(long key) {
    return asked(() -> client.newProcessInstanceGetCallHierarchyRequest(key).send().join());
  }

  /** Those that it called, the newest first. */
  List<ProcessInstance> called(long key) {
    return asked(
        () ->
            client
                .newProcessInstanceSearchRequest()
                .filter(f -> f.parentProcessInstanceKey(key))
                .sort(sort -> sort.startDate().desc())
                .page(page -> page.limit(ROWS_MAX))
                .send()
                .join()
                .items());
  }

  /** Its elements in the order in which they began: the last of them where there are very many. */
  Path path(long key) {
    return asked(
        () -> {
          SearchResponse<ElementInstance> last = lastElements(key);
          List<ElementInstance> items = new ArrayList<>(last.items());
          Collections.reverse(items);
          return new Path(items, (int) (last.page().totalItems() - items.size()));
        });
  }

  private SearchResponse<ElementInstance> lastElements(long key) {
    return client
        .newElementInstanceSearchRequest()
        .filter(f -> f.processInstanceKey(key))
        .sort(sort -> sort.startDate().desc().elementInstanceKey().desc())
        .page(page -> page.limit(ELEMENTS_MAX))
        .send()
        .join();
  }

  /** Its elements under way, what is around others before them: the first where there are many. */
  List<ElementInstance> active(long key) {
    return asked(
        () ->
            client
                .newElementInstanceSearchRequest()
                .filter(f -> f.processInstanceKey(key).state(ElementInstanceState.ACTIVE))
                .sort(sort -> sort.elementInstanceKey().asc())
                .page(page -> page.limit(ACTIVE_MAX))
                .send()
                .join()
                .items());
  }

  /** How many of its elements are under way. */
  long running(long key) {
    return asked(
        () ->
            client
                .newElementInstanceSearchRequest()
                .filter(f -> f.processInstanceKey(key).state(ElementInstanceState.ACTIVE))
                .page(page -> page.limit(1))
                .send()
                .join()
                .page()
                .totalItems());
  }

  /** Ids of the sequence flows that were taken. */
  List<String> flows(long key) {
    return asked(() -> client.newProcessInstanceSequenceFlowsRequest(key).send().join()).stream()
        .map(ProcessInstanceSequenceFlow::getElementId)
        .distinct()
        .toList();
  }

  /** What keeps it from going on, oldest first. */
  List<Incident> incidents(long key) {
    return asked(
        () ->
            client
                .newIncidentSearchRequest()
                .filter(f -> f.processInstanceKey(key).state(IncidentState.ACTIVE))
                .sort(sort -> sort.creationTime().asc())
                .page(page -> page.limit(ROWS_MAX))
                .send()
                .join()
                .items());
  }

  /** Jobs that aren't done. */
  List<Job> jobs(long key) {
    return asked(
        () ->
            client
                .newJobSearchRequest()
                .filter(
                    f ->
                        f.processInstanceKey(key)
                            .state(
                                state ->
                                    state.in(
                                        JobState.CREATED,
                                        JobState.FAILED,
                                        JobState.RETRIES_UPDATED,
                                        JobState.TIMED_OUT,
                                        JobState.ERROR_THROWN)))
                .page(page -> page.limit(ROWS_MAX))
                .send()
                .join()
                .items());
  }

  /** Its variables by name, of all scopes; long values are cut. */
  List<Variable> variables(long key) {
    return asked(
        () ->
            client
                .newVariableSearchRequest()
                .filter(f -> f.processInstanceKey(key))
                .sort(sort -> sort.name().asc())
                .page(page -> page.limit(VARIABLES_MAX))
                .send()
                .join()
                .items());
  }

  /** The variable with all of its value. */
  Optional<Variable> variable(long variableKey) {
    return found(() -> client.newVariableGetRequest(variableKey).send().join());
  }

  /** Sets it where it is, and nowhere else. */
  void setVariable(long scopeKey, String name, Object value) {
    commanded(
        () ->
            client
                .newSetVariablesCommand(scopeKey)
                .variables(Collections.singletonMap(name, value))
                .local(true)
                .send()
                .join());
  }

  /** Ends one of its elements and begins another, both or neither. */
  void move(long key, long elementInstance, String to) {
    commanded(
        () ->
            client
                .newModifyProcessInstanceCommand(key)
                .activateElement(to)
                .and()
                .terminateElement(elementInstance)
                .send()
                .join());
  }

  /**
   * Lets it go on by another version, all of it or nothing.
   *
   * @param mapping what its elements become, by their ids
   */
  void migrate(long key, long targetDefinitionKey, Map<String, String> mapping) {
    MigrationPlan.MigrationPlanBuilderStep2 plan =
        MigrationPlan.newBuilder().withTargetProcessDefinitionKey(targetDefinitionKey);
    mapping.forEach(plan::addMappingInstruction);
    commanded(
        () ->
            client
                .newMigrateProcessInstanceCommand(key)
                .migrationPlan(((MigrationPlan.MigrationPlanBuilderFinalStep) plan).build())
                .send()
                .join());
  }

  void cancel(long key) {
    commanded(() -> client.newCancelInstanceCommand(key).send().join());
  }

  /**
   * What an instance has gone through.
   *
   * @param leftOut how many at its beginning are not told
   */
  record Path(List<ElementInstance> elements, int leftOut) {}
}

package city.whistle.app.demo;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where staff work: they look for their group's tasks of one case, take one, and complete it with
 * what its form asks for.
 */
final class Desk {

  private static final String CASE_VARIABLE = "caseId";

  private final CamundaClient client;
  private final Patience patience;
  private final String caseId;
  private final Set<Long> done = new HashSet<>();

  Desk(CamundaClient client, Patience patience, String caseId) {
    this.client = client;
    this.patience = patience;
    this.caseId = caseId;
  }

  /** Waits for the person's task at that element, takes it and completes it. */
  void complete(Person person, String element, Map<String, Object> variables) {
    long task =
        patience.await(
            "task %s of %s in case %s".formatted(element, person.group(), caseId),
            () -> find(person, element));
    client.newAssignUserTaskCommand(task).assignee(person.name()).send().join();
    client.newCompleteUserTaskCommand(task).variables(variables).send().join();
    done.add(task);
  }

  private Optional<Long> find(Person person, String element) {
    return client
        .newUserTaskSearchRequest()
        .filter(
            task ->
                task.candidateGroup(person.group()).elementId(element).state(UserTaskState.CREATED))
        .sort(sort -> sort.creationDate().desc())
        .send()
        .join()
        .items()
        .stream()
        .map(UserTask::getUserTaskKey)
        .filter(key -> !done.contains(key) && isOfCase(key))
        .findFirst();
  }

  private boolean isOfCase(long task) {
    return client
        .newUserTaskVariableSearchRequest(task)
        .filter(variable -> variable.name(CASE_VARIABLE))
        .send()
        .join()
        .items()
        .stream()
        .anyMatch(variable -> variable.getValue().equals('"' + caseId + '"'));
  }
}

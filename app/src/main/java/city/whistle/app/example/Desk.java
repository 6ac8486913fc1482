package city.whistle.app.example;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.filter.UserTaskFilter;
import io.camunda.client.api.search.response.UserTask;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where staff work: they look for their group's tasks of one case, take one, and complete it with
 * what its form asks for.
 */
final class Desk {

  private final CamundaClient client;
  private final Patience patience;
  private final Set<Long> done = new HashSet<>();

  Desk(CamundaClient client, Patience patience) {
    this.client = client;
    this.patience = patience;
  }

  /** Waits for the person's task at that element, takes it and completes it. */
  void complete(Matter matter, Person person, String element, Map<String, Object> variables) {
    long task =
        patience.await(
            "task %s of %s in %s".formatted(element, person.group(), matter.tag()),
            () -> find(matter, person, element));
    client.newAssignUserTaskCommand(task).assignee(person.name()).send().join();
    client.newCompleteUserTaskCommand(task).variables(variables).send().join();
    done.add(task);
  }

  /** Waits until somebody has something to do about it. */
  void awaitWork(Matter matter) {
    patience.await("a task in " + matter.tag(), () -> first(matter, task -> {}));
  }

  private Optional<Long> find(Matter matter, Person person, String element) {
    return first(matter, task -> task.candidateGroup(person.group()).elementId(element));
  }

  private Optional<Long> first(Matter matter, Consumer<UserTaskFilter> narrow) {
    return client
        .newUserTaskSearchRequest()
        .filter(
            task -> {
              narrow.accept(task.state(UserTaskState.CREATED));
              matter.narrow(task);
            })
        .sort(sort -> sort.creationDate().desc())
        .send()
        .join()
        .items()
        .stream()
        .map(UserTask::getUserTaskKey)
        .filter(key -> !done.contains(key))
        .findFirst();
  }
}

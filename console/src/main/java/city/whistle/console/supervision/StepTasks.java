package city.whistle.console.supervision;

import static city.whistle.console.tasks.EngineAnswers.asked;

import city.whistle.console.account.Accounts;
import city.whistle.workers.calendar.CityTime;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who did the tasks of an instance, and how late. */
@Component
class StepTasks {

  private static final int TASKS_MAX = 500;

  private final CamundaClient client;
  private final Accounts accounts;
  private final CityTime time;

  StepTasks(CamundaClient client, Accounts accounts, CityTime time) {
    this.client = client;
    this.accounts = accounts;
    this.time = time;
  }

  /** By the keys of their elements: the newest of them where there are very many. */
  Map<Long, StepTask> of(long instance) {
    Map<Long, StepTask> found = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    asked(
            () ->
                client
                    .newUserTaskSearchRequest()
                    .filter(f -> f.processInstanceKey(instance))
                    .sort(sort -> sort.creationDate().desc())
                    .page(page -> page.limit(TASKS_MAX))
                    .send()
                    .join()
                    .items())
        .forEach(task -> found.put(task.getElementInstanceKey(), of(task, names)));
    return found;
  }

  private StepTask of(UserTask task, Map<String, String> names) {
    String assignee = task.getAssignee();
    return new StepTask(
        assignee == null || assignee.isBlank()
            ? null
            : names.computeIfAbsent(assignee, accounts::nameOf),
        late(task));
  }

  private Duration late(UserTask task) {
    OffsetDateTime ended =
        task.getCompletionDate() == null ? time.now() : CityTime.inCity(task.getCompletionDate());
    return task.getDueDate() == null || !ended.isAfter(task.getDueDate())
        ? null
        : Duration.between(task.getDueDate(), ended);
  }
}

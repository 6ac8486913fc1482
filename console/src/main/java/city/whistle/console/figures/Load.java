package city.whistle.console.figures;

import static city.whistle.console.tasks.EngineAnswers.asked;

import city.whistle.console.tasks.WorkTask;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.UserTask;
import java.util.List;
import org.springframework.stereotype.Component;

/** The open tasks of a unit's group, at the engine; the most urgent where they are very many. */
@Component
class Load {

  private static final int TASKS_MAX = 1000;

  private final CamundaClient client;

  Load(CamundaClient client) {
    this.client = client;
  }

  Found of(String group) {
    return asked(
        () -> {
          SearchResponse<UserTask> found =
              client
                  .newUserTaskSearchRequest()
                  .filter(f -> f.candidateGroup(group).state(UserTaskState.CREATED))
                  .sort(sort -> sort.dueDate().asc())
                  .page(page -> page.limit(TASKS_MAX))
                  .send()
                  .join();
          return new Found(
              found.items().stream().map(WorkTask::of).sorted(WorkTask.BY_URGENCY).toList(),
              found.items().size() < TASKS_MAX);
        });
  }

  /**
   * Tasks, latest limit first.
   *
   * @param whole whether these are all
   */
  record Found(List<WorkTask> tasks, boolean whole) {}
}

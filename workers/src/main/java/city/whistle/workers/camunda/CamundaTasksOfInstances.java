package city.whistle.workers.camunda;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.stuck.EngineView.EngineAway;
import city.whistle.workers.stuck.TasksOfInstances;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks for each instance by itself, for several of them side by side. */
@Component
@ConditionalOnCamundaClientEnabled
public class CamundaTasksOfInstances implements TasksOfInstances {

  private static final int AT_ONCE = 16;

  private final CamundaClient client;

  public CamundaTasksOfInstances(CamundaClient client) {
    this.client = client;
  }

  @Override
  public Map<Long, List<OpenTask>> of(Collection<Long> instances) {
    List<Long> keys = instances.stream().distinct().toList();
    Map<Long, List<OpenTask>> found = new HashMap<>();
    try {
      for (int from = 0; from < keys.size(); from += AT_ONCE) {
        List<CamundaFuture<SearchResponse<UserTask>>> asked =
            keys.subList(from, Math.min(from + AT_ONCE, keys.size())).stream()
                .map(this::search)
                .toList();
        asked.stream()
            .flatMap(one -> one.join().items().stream())
            .map(CamundaTasksOfInstances::task)
            .forEach(
                task ->
                    found.computeIfAbsent(task.instance(), none -> new ArrayList<>()).add(task));
      }
    } catch (ClientException e) {
      throw new EngineAway(e);
    }
    return found;
  }

  private CamundaFuture<SearchResponse<UserTask>> search(long instance) {
    return client
        .newUserTaskSearchRequest()
        .filter(f -> f.processInstanceKey(instance).state(UserTaskState.CREATED))
        .sort(sort -> sort.creationDate().asc())
        .page(page -> page.limit(MAX))
        .send();
  }

  private static OpenTask task(UserTask task) {
    return new OpenTask(
        task.getUserTaskKey(),
        task.getElementId(),
        task.getName(),
        task.getAssignee(),
        task.getCandidateGroups(),
        CityTime.inCity(task.getCreationDate()),
        CityTime.inCity(task.getDueDate()),
        task.getProcessInstanceKey());
  }
}

package city.whistle.workers.camunda;

import city.whistle.workers.casefile.OpenTasks;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the engine's searches for the open tasks of an instance and of all that it called, level by
 * level.
 */
@Component
@ConditionalOnCamundaClientEnabled
class CamundaOpenTasks implements OpenTasks {

  private static final Logger LOG = LoggerFactory.getLogger(CamundaOpenTasks.class);

  /** A case with a whistle has a dozen; more than this is not worth a caller's waiting. */
  private static final int INSTANCES_MAX = 50;

  private static final int PAGE = 100;

  private final CamundaClient client;

  CamundaOpenTasks(CamundaClient client) {
    this.client = client;
  }

  @Override
  public Optional<List<OpenTask>> of(long processInstanceKey) {
    try {
      return Optional.of(search(processInstanceKey));
    } catch (RuntimeException e) {
      LOG.warn("open tasks of {} can't be read: {}", processInstanceKey, e.toString());
      return Optional.empty();
    }
  }

  private List<OpenTask> search(long processInstanceKey) {
    List<OpenTask> found = new ArrayList<>();
    Deque<Long> instances = new ArrayDeque<>(List.of(processInstanceKey));
    for (int i = 0; i < INSTANCES_MAX && !instances.isEmpty(); i++) {
      long key = instances.remove();
      tasks(key).forEach(task -> found.add(openTask(task)));
      called(key).forEach(child -> instances.add(child.getProcessInstanceKey()));
    }
    return found;
  }

  private List<UserTask> tasks(long processInstanceKey) {
    return client
        .newUserTaskSearchRequest()
        .filter(f -> f.processInstanceKey(processInstanceKey).state(UserTaskState.CREATED))
        .page(page -> page.limit(PAGE))
        .send()
        .join()
        .items();
  }

  private List<ProcessInstance> called(long processInstanceKey) {
    return client
        .newProcessInstanceSearchRequest()
        .filter(
            f -> f.parentProcessInstanceKey(processInstanceKey).state(ProcessInstanceState.ACTIVE))
        .page(page -> page.limit(PAGE))
        .send()
        .join()
        .items();
  }

  private static OpenTask openTask(UserTask task) {
    String step = task.getElementId();
    return new OpenTask(step, task.getName() == null ? step : task.getName());
  }
}

package city.whistle.workers.camunda;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.json.JsonText;
import city.whistle.workers.taskwatch.TaskDesk;
import city.whistle.workers.taskwatch.WatchedTask;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.UpdateUserTaskCommandStep1;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.filter.UserTaskFilter;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.sort.UserTaskSort;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds and moves tasks through Camunda's client, as any other client of the engine would. */
@Component
@ConditionalOnCamundaClientEnabled
class CamundaTaskDesk implements TaskDesk {

  private final CamundaClient client;
  private final JsonText json;

  CamundaTaskDesk(CamundaClient client, JsonText json) {
    this.client = client;
    this.json = json;
  }

  @Override
  public List<WatchedTask> unseen(String process, int max) {
    return search(
        filter -> filter.bpmnProcessId(process).followUpDate(date -> date.exists(false)),
        sort -> sort.creationDate().asc(),
        max);
  }

  @Override
  public List<WatchedTask> toLookAt(String process, OffsetDateTime now, int max) {
    return search(
        filter -> filter.bpmnProcessId(process).followUpDate(date -> date.lte(now)),
        sort -> sort.followUpDate().asc(),
        max);
  }

  @Override
  public List<WatchedTask> ofGroup(String group, int max) {
    return search(filter -> filter.candidateGroup(group), sort -> sort.creationDate().asc(), max);
  }

  private List<WatchedTask> search(
      Consumer<UserTaskFilter> which, Consumer<UserTaskSort> order, int max) {
    return client
        .newUserTaskSearchRequest()
        .filter(which.andThen(filter -> filter.state(UserTaskState.CREATED)))
        .sort(order)
        .page(page -> page.limit(max))
        .send()
        .join()
        .items()
        .stream()
        .map(CamundaTaskDesk::watched)
        .toList();
  }

  private static WatchedTask watched(UserTask task) {
    return new WatchedTask(
        task.getUserTaskKey(),
        task.getProcessInstanceKey(),
        task.getProcessDefinitionKey(),
        task.getBpmnProcessId(),
        task.getElementId(),
        task.getName() == null ? task.getElementId() : task.getName(),
        task.getCandidateGroups() == null ? List.of() : task.getCandidateGroups(),
        CityTime.inCity(task.getCreationDate()),
        CityTime.inCity(task.getDueDate()),
        CityTime.inCity(task.getFollowUpDate()));
  }

  @Override
  public void schedule(WatchedTask task, OffsetDateTime due, OffsetDateTime lookAt) {
    update(
        task,
        command -> {
          command.followUpDate(lookAt.toString());
          if (due == null) {
            command.clearDueDate();
          } else {
            command.dueDate(due.toString());
          }
        });
  }

  @Override
  public void handOver(WatchedTask task, List<String> groups) {
    update(task, command -> command.candidateGroups(groups));
  }

  private void update(WatchedTask task, Consumer<UpdateUserTaskCommandStep1> change) {
    UpdateUserTaskCommandStep1 command = client.newUpdateUserTaskCommand(task.key());
    change.accept(command);
    try {
      command.send().join();
    } catch (ClientException e) {
      if (EngineRefusal.of(e) == EngineRefusal.PASSING) {
        throw e;
      }
      // it is over, or somebody completes it this moment
    }
  }

  @Override
  public Map<String, JsonNode> variables(WatchedTask task, String... names) {
    return client
        .newVariableSearchRequest()
        .filter(
            filter ->
                filter
                    .processInstanceKey(task.processInstanceKey())
                    .scopeKey(task.processInstanceKey())
                    .name(name -> name.in(List.of(names))))
        .withFullValues()
        .send()
        .join()
        .items()
        .stream()
        .collect(
            Collectors.toMap(
                variable -> variable.getName(),
                variable -> json.read(variable.getValue(), JsonNode.class)));
  }
}

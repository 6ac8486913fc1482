package city.whistle.workers.camunda;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.difference.EngineInventory;
import city.whistle.workers.json.JsonText;
import city.whistle.workers.stuck.EngineView.EngineAway;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks the engine's searches, as any other client would. */
@Component
@ConditionalOnCamundaClientEnabled
class CamundaEngineInventory implements EngineInventory {

  private static final int PAGE = 500;

  private final CamundaClient client;
  private final ModelDeployment deployment;
  private final JsonText json;

  CamundaEngineInventory(CamundaClient client, ModelDeployment deployment, JsonText json) {
    this.client = client;
    this.deployment = deployment;
    this.json = json;
  }

  @Override
  public boolean ready() {
    return deployment.done();
  }

  @Override
  public Map<Long, Instance> find(Collection<Long> keys) {
    return keys.isEmpty()
        ? Map.of()
        : asked(
            () ->
                client
                    .newProcessInstanceSearchRequest()
                    .filter(f -> f.processInstanceKey(key -> key.in(List.copyOf(keys))))
                    .page(page -> page.limit(keys.size()))
                    .send()
                    .join()
                    .items()
                    .stream()
                    .map(CamundaEngineInventory::instance)
                    .collect(Collectors.toMap(Instance::key, Function.identity())));
  }

  @Override
  public Page running(String process, String cursor) {
    SearchResponse<ProcessInstance> found =
        asked(
            () ->
                client
                    .newProcessInstanceSearchRequest()
                    .filter(f -> f.processDefinitionId(process).state(ProcessInstanceState.ACTIVE))
                    .sort(sort -> sort.processInstanceKey().asc())
                    .page(
                        page -> {
                          page.limit(PAGE);
                          if (cursor != null) {
                            page.after(cursor);
                          }
                        })
                    .send()
                    .join());
    return new Page(
        found.items().stream().map(CamundaEngineInventory::instance).toList(),
        found.items().size() < PAGE ? null : found.page().endCursor());
  }

  private static Instance instance(ProcessInstance found) {
    boolean runs = found.getState() == ProcessInstanceState.ACTIVE;
    return new Instance(
        found.getProcessInstanceKey(),
        found.getParentProcessInstanceKey() != null,
        found.getTags() == null ? Set.of() : Set.copyOf(found.getTags()),
        CityTime.inCity(found.getStartDate()),
        runs ? null : CityTime.inCity(found.getEndDate()),
        found.getState() == ProcessInstanceState.TERMINATED);
  }

  @Override
  public Map<Long, Map<String, JsonNode>> variables(Collection<Long> keys, Set<String> names) {
    Map<Long, Map<String, JsonNode>> own = new HashMap<>();
    asked(() -> keys.isEmpty() ? List.<Variable>of() : search(keys, names)).stream()
        .filter(variable -> variable.getScopeKey().equals(variable.getProcessInstanceKey()))
        .forEach(
            variable ->
                own.computeIfAbsent(variable.getProcessInstanceKey(), none -> new HashMap<>())
                    .put(variable.getName(), json.read(variable.getValue(), JsonNode.class)));
    return own;
  }

  private List<Variable> search(Collection<Long> keys, Set<String> names) {
    List<Variable> all = new ArrayList<>();
    List<Variable> page;
    do {
      int from = all.size();
      page =
          client
              .newVariableSearchRequest()
              .filter(
                  f ->
                      f.processInstanceKey(key -> key.in(List.copyOf(keys)))
                          .name(name -> name.in(List.copyOf(names))))
              .withFullValues()
              .page(p -> p.from(from).limit(PAGE))
              .send()
              .join()
              .items();
      all.addAll(page);
    } while (page.size() == PAGE);
    return all;
  }

  @Override
  public Optional<OffsetDateTime> oldest() {
    return asked(
        () ->
            client
                .newProcessInstanceSearchRequest()
                .sort(sort -> sort.startDate().asc())
                .page(page -> page.limit(1))
                .send()
                .join()
                .items()
                .stream()
                .map(first -> CityTime.inCity(first.getStartDate()))
                .findFirst());
  }

  @Override
  public List<GroupTask> tasksOf(Collection<String> groups, int max) {
    return groups.isEmpty()
        ? List.of()
        : asked(
            () ->
                client
                    .newUserTaskSearchRequest()
                    .filter(
                        f ->
                            f.state(UserTaskState.CREATED)
                                .candidateGroup(group -> group.in(List.copyOf(groups))))
                    .sort(sort -> sort.creationDate().asc())
                    .page(page -> page.limit(max))
                    .send()
                    .join()
                    .items()
                    .stream()
                    .map(CamundaEngineInventory::task)
                    .toList());
  }

  private static GroupTask task(UserTask found) {
    return new GroupTask(
        found.getUserTaskKey(),
        found.getProcessInstanceKey(),
        found.getCandidateGroups() == null ? List.of() : found.getCandidateGroups(),
        CityTime.inCity(found.getCreationDate()));
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      throw new EngineAway(e);
    }
  }
}

package city.whistle.workers.camunda;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.stuck.EngineView;
import city.whistle.workers.stuck.TasksOfInstances;
import city.whistle.workers.stuck.TasksOfInstances.OpenTask;
import city.whistle.workers.stuck.UnanswerableForms.Shown;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.filter.ProcessInstanceFilter;
import io.camunda.client.api.search.response.ProcessDefinition;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Asks the engine's searches; many instances at once, level by level. */
@Component
@ConditionalOnCamundaClientEnabled
class CamundaEngineView implements EngineView {

  private static final int PAGE = 1000;
  private static final int LEVELS_MAX = 6;

  /** The engine bounds what one filter may list. */
  private static final int CALLERS_AT_ONCE = 500;

  private static final int INSTANCES_OF_A_CASE_MAX = 50;

  private final CamundaClient client;
  private final TasksOfInstances tasks;

  CamundaEngineView(CamundaClient client, TasksOfInstances tasks) {
    this.client = client;
    this.tasks = tasks;
  }

  @Override
  public Map<Long, Instances> instances(Collection<Long> roots) {
    return roots.isEmpty() ? Map.of() : asked(() -> trees(roots));
  }

  private Map<Long, Instances> trees(Collection<Long> roots) {
    Map<Long, Instances> trees = new HashMap<>();
    Map<Long, Long> rootOf = new HashMap<>();
    List<ProcessInstance> level = search(f -> f.processInstanceKey(p -> p.in(List.copyOf(roots))));
    for (ProcessInstance root : level) {
      rootOf.put(root.getProcessInstanceKey(), root.getProcessInstanceKey());
      trees.put(
          root.getProcessInstanceKey(),
          new Instances(
              root.getState() == ProcessInstanceState.ACTIVE
                  ? null
                  : CityTime.inCity(root.getEndDate()),
              root.getTags() == null ? Set.of() : Set.copyOf(root.getTags()),
              new ArrayList<>(),
              new ArrayList<>()));
    }
    for (int depth = 0; depth < LEVELS_MAX && !level.isEmpty(); depth++) {
      level.forEach(
          instance -> note(instance, trees.get(rootOf.get(instance.getProcessInstanceKey()))));
      level = called(level, rootOf);
    }
    return trees;
  }

  private static void note(ProcessInstance instance, Instances tree) {
    if (instance.getState() == ProcessInstanceState.ACTIVE) {
      tree.running().add(instance.getProcessInstanceKey());
      if (Boolean.TRUE.equals(instance.getHasIncident())) {
        tree.hindered().add(instance.getProcessInstanceKey());
      }
    }
  }

  private List<ProcessInstance> called(List<ProcessInstance> callers, Map<Long, Long> rootOf) {
    List<Long> keys =
        callers.stream()
            .filter(caller -> caller.getState() == ProcessInstanceState.ACTIVE)
            .map(ProcessInstance::getProcessInstanceKey)
            .toList();
    List<ProcessInstance> called = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += CALLERS_AT_ONCE) {
      List<Long> some = keys.subList(from, Math.min(from + CALLERS_AT_ONCE, keys.size()));
      called.addAll(
          search(
              f -> f.parentProcessInstanceKey(p -> p.in(some)).state(ProcessInstanceState.ACTIVE)));
    }
    called.forEach(
        child ->
            rootOf.put(
                child.getProcessInstanceKey(), rootOf.get(child.getParentProcessInstanceKey())));
    return called;
  }

  private List<ProcessInstance> search(Consumer<ProcessInstanceFilter> filter) {
    List<ProcessInstance> all = new ArrayList<>();
    for (boolean more = true; more; ) {
      more = all.addAll(page(filter, all.size(), PAGE)) && all.size() % PAGE == 0;
    }
    return all;
  }

  private List<ProcessInstance> page(Consumer<ProcessInstanceFilter> filter, int from, int max) {
    return client
        .newProcessInstanceSearchRequest()
        .filter(filter)
        .page(page -> page.from(from).limit(max))
        .send()
        .join()
        .items();
  }

  @Override
  public List<Long> hindered(int max) {
    return asked(
            () ->
                page(
                    f -> f.hasIncident(true).parentProcessInstanceKey(p -> p.exists(false)),
                    0,
                    max))
        .stream()
        .map(ProcessInstance::getProcessInstanceKey)
        .toList();
  }

  @Override
  public List<Obstacle> obstacles(Instances instances) {
    return asked(
        () ->
            bounded(instances.hindered())
                .flatMap(key -> incidents(key).stream())
                .sorted(Comparator.comparing(Obstacle::since))
                .toList());
  }

  private List<Obstacle> incidents(long key) {
    return client
        .newIncidentSearchRequest()
        .filter(f -> f.processInstanceKey(key).state(IncidentState.ACTIVE))
        .send()
        .join()
        .items()
        .stream()
        .map(
            incident ->
                new Obstacle(
                    incident.getElementId(),
                    incident.getErrorType().name(),
                    CityTime.inCity(incident.getCreationTime())))
        .toList();
  }

  @Override
  public Map<Long, Obstacle> showing(Collection<Shown> forms) {
    Map<Long, Obstacle> showing = new HashMap<>();
    asked(() -> forms.stream().flatMap(form -> tasks(form).stream()).toList())
        .forEach(
            task ->
                showing.put(
                    task.getProcessInstanceKey(),
                    new Obstacle(
                        task.getElementId(),
                        Obstacle.FORM,
                        CityTime.inCity(task.getCreationDate()))));
    return showing;
  }

  private List<UserTask> tasks(Shown form) {
    return client
        .newUserTaskSearchRequest()
        .filter(
            task ->
                task.processDefinitionKey(form.processDefinitionKey())
                    .elementId(form.element())
                    .state(UserTaskState.CREATED))
        .page(page -> page.limit(PAGE))
        .send()
        .join()
        .items();
  }

  @Override
  public List<Obstacle> retried(Instances instances) {
    return asked(() -> bounded(instances.running()).flatMap(key -> retried(key).stream()).toList());
  }

  private List<Obstacle> retried(long key) {
    return client
        .newJobSearchRequest()
        .filter(f -> f.processInstanceKey(key).hasFailedWithRetriesLeft(true))
        .send()
        .join()
        .items()
        .stream()
        .filter(job -> job.getEndTime() == null)
        .map(job -> new Obstacle(job.getElementId(), "JOB_RETRIED", null))
        .toList();
  }

  @Override
  public Optional<NewerModels> newerModels(long processInstanceKey) {
    return asked(
        () ->
            search(f -> f.processInstanceKey(processInstanceKey)).stream()
                .map(it -> new NewerModels(it.getProcessDefinitionVersion(), latest(it)))
                .filter(models -> models.latest() > models.its())
                .findFirst());
  }

  private int latest(ProcessInstance instance) {
    return client
        .newProcessDefinitionSearchRequest()
        .filter(f -> f.processDefinitionId(instance.getProcessDefinitionId()).isLatestVersion(true))
        .send()
        .join()
        .items()
        .stream()
        .mapToInt(ProcessDefinition::getVersion)
        .max()
        .orElse(instance.getProcessDefinitionVersion());
  }

  @Override
  public List<List<Wait>> waits(List<Instances> many) {
    Map<Long, List<OpenTask>> all =
        tasks.of(many.stream().flatMap(one -> bounded(one.running())).toList());
    return many.stream()
        .map(
            one ->
                bounded(one.running())
                    .flatMap(key -> all.getOrDefault(key, List.of()).stream())
                    .map(CamundaEngineView::wait)
                    .sorted(Comparator.comparing(Wait::since))
                    .toList())
        .toList();
  }

  private static Wait wait(OpenTask task) {
    return new Wait(
        task.name(), task.element(), task.groups(), task.assignee(), task.since(), task.due());
  }

  private static java.util.stream.Stream<Long> bounded(List<Long> keys) {
    return keys.stream().limit(INSTANCES_OF_A_CASE_MAX);
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      throw new EngineAway(e);
    }
  }
}

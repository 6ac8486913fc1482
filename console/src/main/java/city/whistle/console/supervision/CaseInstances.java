package city.whistle.console.supervision;

import static city.whistle.console.tasks.EngineAnswers.asked;
import static city.whistle.console.tasks.EngineAnswers.commanded;

import city.whistle.console.tasks.EngineTasks;
import city.whistle.console.tasks.WorkTask;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.stuck.EngineView;
import city.whistle.workers.stuck.EngineView.Instances;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.response.Incident;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A case's process and those that it called, at the engine. */
@Component
class CaseInstances {

  /** A case with a whistle to many units has a dozen. */
  private static final int INSTANCES_MAX = 50;

  private static final int INCIDENTS_MAX = 50;

  /** Those of a worker that takes a job again. */
  private static final int RETRIES = 3;

  private final EngineView view;
  private final EngineTasks tasks;
  private final CamundaClient client;

  CaseInstances(EngineView view, EngineTasks tasks, CamundaClient client) {
    this.view = view;
    this.tasks = tasks;
    this.client = client;
  }

  /** Open tasks, oldest first. */
  List<WorkTask> tasks(CaseFile file) {
    List<Long> running = of(file).map(Instances::running).orElse(List.of());
    return tasks.ofInstances(running.stream().limit(INSTANCES_MAX).toList()).stream()
        .sorted(Comparator.comparing(WorkTask::created))
        .toList();
  }

  /** The open task, if it is the case's. */
  Optional<WorkTask> task(CaseFile file, long key) {
    List<Long> running = of(file).map(Instances::running).orElse(List.of());
    return tasks
        .find(key)
        .filter(WorkTask::open)
        .filter(task -> running.contains(task.processInstanceKey()));
  }

  /** What keeps the case from going on, oldest first. */
  List<Hindrance> hindrances(CaseFile file) {
    return of(file).map(Instances::hindered).orElse(List.of()).stream()
        .limit(INSTANCES_MAX)
        .flatMap(key -> incidents(key).stream())
        .sorted(Comparator.comparing(Hindrance::since))
        .toList();
  }

  private Optional<Instances> of(CaseFile file) {
    Long root = file.processInstanceKey();
    if (root == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(view.instances(List.of(root)).get(root))
        .filter(instances -> instances.endedAt() == null);
  }

  private List<Hindrance> incidents(long instance) {
    return asked(
        () ->
            client
                .newIncidentSearchRequest()
                .filter(f -> f.processInstanceKey(instance).state(IncidentState.ACTIVE))
                .page(page -> page.limit(INCIDENTS_MAX))
                .send()
                .join()
                .items()
                .stream()
                .map(Hindrance::of)
                .toList());
  }

  /**
   * Has the engine try again; a job gets its retries back first.
   *
   * @throws city.whistle.console.tasks.Refused where the engine says no
   */
  void retry(Hindrance hindrance) {
    if (hindrance.jobKey() != null) {
      commanded(
          () -> client.newUpdateRetriesCommand(hindrance.jobKey()).retries(RETRIES).send().join());
    }
    commanded(() -> client.newResolveIncidentCommand(hindrance.key()).send().join());
  }

  /**
   * An incident. Its message may quote data, and stays with the engine.
   *
   * @param jobKey null where it is of no job
   */
  record Hindrance(
      long key, Long jobKey, long instanceKey, String element, String kind, OffsetDateTime since) {

    static Hindrance of(Incident incident) {
      Long job = incident.getJobKey();
      return new Hindrance(
          incident.getIncidentKey(),
          job == null || job <= 0 ? null : job,
          incident.getProcessInstanceKey(),
          incident.getElementId(),
          incident.getErrorType().name(),
          CityTime.inCity(incident.getCreationTime()));
    }
  }
}

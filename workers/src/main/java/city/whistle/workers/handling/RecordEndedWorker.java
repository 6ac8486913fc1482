package city.whistle.workers.handling;

import city.whistle.workers.job.Jobs;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.supervision.Supervisions;
import city.whistle.workers.taskwatch.TaskSubject;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * {@code case.recordEnded}, a task listener: a task that ends before anybody has done it leaves a
 * line, and whoever had it hears that there is nothing left to do.
 */
@Component
public class RecordEndedWorker {

  private final Jobs jobs;
  private final Units units;
  private final Supervisions supervisions;
  private final Notifications notifications;
  private final Timeline timeline;

  RecordEndedWorker(
      Jobs jobs,
      Units units,
      Supervisions supervisions,
      Notifications notifications,
      Timeline timeline) {
    this.jobs = jobs;
    this.units = units;
    this.supervisions = supervisions;
    this.notifications = notifications;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "case.recordEnded",
      fetchVariables = {
        "caseId",
        "whistle",
        "assessment",
        "matter",
        "theme",
        "owner",
        "summons",
        "answerAtLimit"
      })
  public void recordEnded(ActivatedJob job) {
    JsonNode values = jobs.read(job, JsonNode.class);
    Map<String, JsonNode> variables = new HashMap<>();
    values.properties().forEach(entry -> variables.put(entry.getKey(), entry.getValue()));
    TaskSubject.of(variables)
        .ifPresent(about -> jobs.once(job, about.id(), () -> record(job, about, values)));
  }

  private void record(ActivatedJob job, TaskSubject about, JsonNode values) {
    supervisions.taskEnded(job.getUserTask().getUserTaskKey());
    List<String> groups = groups(job);
    Optional<Unit> unit = units.ofGroups(groups);
    if (!hearsOtherwise(unit, values)) {
      tell(job.getElementId(), about, unit);
    }
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("group", String.join(",", groups));
    unit.ifPresent(
        found -> {
          details.put("unit", found.code());
          details.put("unitName", found.name());
        });
    timeline.append(about.id(), "system", "TaskEnded", job.getElementId(), details);
  }

  /**
   * A summoned unit is told of its release, the case's owner of a withdrawal, of another owner and
   * of the next round; but not that the resident's word at the limit was enough.
   */
  private static boolean hearsOtherwise(Optional<Unit> unit, JsonNode values) {
    boolean summoned = values.path("summons").isObject();
    boolean owns =
        unit.filter(found -> found.code().equals(values.at("/owner/code").asText())).isPresent();
    return summoned || owns && !values.at("/answerAtLimit/answered").asBoolean();
  }

  private void tell(String element, TaskSubject about, Optional<Unit> unit) {
    Map<String, String> parameters = Map.of("task", element);
    notifications.add(
        unit.map(
                found ->
                    Notification.toUnit(
                        about.id(), found.code(), NotificationKind.TASK_ENDED, parameters))
            .orElseGet(
                () -> Notification.toHotline(about.id(), NotificationKind.TASK_ENDED, parameters)));
  }

  private static List<String> groups(ActivatedJob job) {
    return Optional.ofNullable(job.getUserTask().getCandidateGroups()).orElse(List.of());
  }
}

package city.whistle.workers.supervision;

import city.whistle.workers.job.Jobs;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.outbox.EngineCall.SetVariables;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.timeline.Timeline;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * {@code supervision.record}: keeps that a unit was supervised, why and how severely, and tells it
 * of instructions. Header {@code matterEnded} says that the case or whistle ended first.
 */
@Component
public class RecordSupervisionWorker {

  private final Jobs jobs;
  private final Timeline timeline;
  private final Supervisions supervisions;
  private final Notifications notifications;
  private final Outbox outbox;

  RecordSupervisionWorker(
      Jobs jobs,
      Timeline timeline,
      Supervisions supervisions,
      Notifications notifications,
      Outbox outbox) {
    this.jobs = jobs;
    this.timeline = timeline;
    this.supervisions = supervisions;
    this.notifications = notifications;
    this.outbox = outbox;
  }

  @JobWorker(
      type = "supervision.record",
      fetchVariables = {
        "caseId",
        "whistle",
        "owner",
        "cause",
        "supervisionLevel",
        "round",
        "supervisionNote",
        "supervision",
        "count",
        "summons",
        "overdueTask",
        "superviseBy",
        "assessment",
        "watched"
      })
  public void recordSupervision(ActivatedJob job) {
    SupervisedMatter matter = jobs.read(job, SupervisedMatter.class);
    boolean matterEnded = "true".equals(job.getCustomHeaders().get("matterEnded"));
    jobs.once(
        job, matter.subject(), () -> record(matter, matterEnded, jobs.read(job, JsonNode.class)));
  }

  /** Neither a level where it ended first, nor a unit where it was the centre's own turn. */
  private static Map<String, Object> details(SupervisedMatter matter, boolean matterEnded) {
    Map<String, Object> details = matter.details();
    if (matter.supervisionLevel() != null) {
      details.put("level", matter.supervisionLevel());
    }
    details.put("matterEnded", matterEnded);
    return details;
  }

  private void record(SupervisedMatter matter, boolean matterEnded, JsonNode variables) {
    supervisions.recorded(matter, matterEnded);
    if ("remind".equals(matter.supervisionLevel()) && !matterEnded) {
      supervisions
          .raiseMore(matter)
          .ifPresent(
              more -> outbox.add(RaiseSupervisionWorker.begin(matter, more, variables, false)));
    }
    if (matter.unit() != null && matter.supervisionNote() != null && !matterEnded) {
      notifications.add(
          Notification.toUnit(
              matter.subject(),
              matter.unit(),
              NotificationKind.SUPERVISED,
              Map.of("cause", matter.causeText())));
    }
    if (matter.supervisionNote() != null && !matterEnded) {
      matter
          .watchedInstance()
          .ifPresent(
              instance ->
                  outbox.add(
                      new SetVariables(
                          instance, Map.of("instructions", matter.supervisionNote()))));
    }
    timeline.append(
        matter.subject(),
        "system",
        "SupervisionRecorded",
        matter.causeText(),
        details(matter, matterEnded));
  }
}

package city.whistle.workers.supervision;

import city.whistle.workers.job.Jobs;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * {@code supervision.remind}: the mildest degree, a reminder to the unit, or to the hotline where
 * it is its turn.
 */
@Component
public class RemindWorker {

  private final Jobs jobs;
  private final Notifications notifications;
  private final Timeline timeline;

  RemindWorker(Jobs jobs, Notifications notifications, Timeline timeline) {
    this.jobs = jobs;
    this.notifications = notifications;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "supervision.remind",
      fetchVariables = {
        "caseId",
        "whistle",
        "assessment",
        "owner",
        "cause",
        "count",
        "overdueTask"
      })
  public void remind(ActivatedJob job) {
    SupervisedMatter matter = jobs.read(job, SupervisedMatter.class);
    jobs.once(job, matter.subject(), () -> remind(matter));
  }

  private void remind(SupervisedMatter matter) {
    Map<String, String> parameters = Map.of("cause", matter.causeText());
    notifications.add(
        matter.owner() == null
            ? Notification.toHotline(matter.subject(), NotificationKind.REMINDED, parameters)
            : Notification.toUnit(
                matter.subject(), matter.owner().code(), NotificationKind.REMINDED, parameters));
    timeline.append(
        matter.subject(), "system", "UnitReminded", matter.causeText(), matter.details());
  }
}

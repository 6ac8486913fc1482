package city.whistle.workers.assessment.work;

import city.whistle.workers.assessment.request.AskedForStore;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code assessment.remind}: tells the centre that somebody is late with checking or deciding.
 * Header {@code task} says with what.
 */
@Component
public class RemindDecidersWorker {

  private final Jobs jobs;
  private final AskedForStore requests;
  private final Notifications notifications;
  private final Timeline timeline;

  RemindDecidersWorker(
      Jobs jobs, AskedForStore requests, Notifications notifications, Timeline timeline) {
    this.jobs = jobs;
    this.requests = requests;
    this.notifications = notifications;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "assessment.remind",
      fetchVariables = {"assessment", "exclusion"})
  public void remindDeciders(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    String task = job.getCustomHeaders().get("task");
    UUID subject =
        input.exclusion() == null
            ? input.assessment().id()
            : requests.get(input.exclusion().id()).caseId();
    jobs.once(job, subject, () -> remind(subject, task));
  }

  private void remind(UUID subject, String task) {
    notifications.add(
        Notification.toHotline(subject, NotificationKind.FIGURES_OVERDUE, Map.of("task", task)));
    timeline.append(subject, "system", "DecidersReminded", task, Map.of());
  }

  record Input(Known assessment, Known exclusion) {}

  record Known(UUID id) {}
}

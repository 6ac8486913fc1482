package city.whistle.workers.suspension;

import city.whistle.workers.job.Jobs;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.UnitRef;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** {@code suspension.reviewMissed}: the district that approved hears that a review was missed. */
@Component
public class ReviewMissedWorker {

  private final Jobs jobs;
  private final Notifications notifications;
  private final Timeline timeline;

  ReviewMissedWorker(Jobs jobs, Notifications notifications, Timeline timeline) {
    this.jobs = jobs;
    this.notifications = notifications;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "suspension.reviewMissed",
      fetchVariables = {"caseId", "district", "owner"})
  public void reviewMissed(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    jobs.once(job, input.caseId(), () -> tell(input));
  }

  private void tell(Input input) {
    if (input.district() != null) {
      notifications.add(
          Notification.toUnit(
              input.caseId(),
              input.district().code(),
              NotificationKind.REVIEW_MISSED,
              Map.of("unit", input.owner().name())));
    }
    timeline.append(input.caseId(), "system", "SuspensionReviewMissed", "");
  }

  record Input(UUID caseId, District district, UnitRef owner) {}

  record District(String code) {}
}

package city.whistle.workers.whistle;

import city.whistle.workers.job.Jobs;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.summons.SummonsVariable;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * {@code whistle.release}: the blower releases, or the case has ended; every summoned unit is told
 * and its process hears it, and what the meeting agreed on is left as it stands. What came of a
 * joint enforcement action is written down.
 */
@Component
public class ReleaseReportsWorker {

  private final Jobs jobs;
  private final JointActions actions;
  private final Outbox outbox;
  private final Notifications notifications;
  private final Timeline timeline;

  ReleaseReportsWorker(
      Jobs jobs,
      JointActions actions,
      Outbox outbox,
      Notifications notifications,
      Timeline timeline) {
    this.jobs = jobs;
    this.actions = actions;
    this.outbox = outbox;
    this.notifications = notifications;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "whistle.release",
      fetchVariables = {"whistle", "summonses", "caseEnded", "jointAction"})
  public void releaseReports(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    jobs.once(job, input.whistle().id(), () -> release(input));
  }

  private void release(Input input) {
    input
        .summonses()
        .forEach(
            summons -> {
              outbox.add(
                  PublishMessage.lasting("whistle.released", summons.id().toString(), Map.of()));
              notifications.add(
                  Notification.toUnit(
                      input.whistle().timelineSubject(),
                      summons.unitCode(),
                      NotificationKind.RELEASED,
                      Map.of("whistle", input.whistle().number())));
            });
    outbox.add(
        PublishMessage.lasting("whistle.workReleased", input.whistle().id().toString(), Map.of()));
    boolean caseEnded = Boolean.TRUE.equals(input.caseEnded());
    if (input.jointAction() != null && !caseEnded) {
      actions.record(input.whistle().id(), input.jointAction());
    }
    timeline.append(
        input.whistle().timelineSubject(),
        caseEnded ? "system" : "street:" + input.whistle().streetCode(),
        "UnitsReleased",
        caseEnded ? "caseEnded" : "",
        Map.of("whistle", input.whistle().number(), "units", input.summonses().size()));
  }

  record Input(
      WhistleVariable whistle,
      List<SummonsVariable> summonses,
      Boolean caseEnded,
      JointAction jointAction) {}
}

package city.whistle.workers.summons;

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
 * {@code summons.notify}: tells a unit that it is summoned; with header {@code again}, once more.
 */
@Component
public class NotifyUnitWorker {

  private final Jobs jobs;
  private final Summonses summonses;
  private final Notifications notifications;
  private final Timeline timeline;

  NotifyUnitWorker(Jobs jobs, Summonses summonses, Notifications notifications, Timeline timeline) {
    this.jobs = jobs;
    this.summonses = summonses;
    this.notifications = notifications;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "summons.notify",
      fetchVariables = {"whistle", "summons"})
  public void notifyUnit(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    boolean again = Boolean.parseBoolean(job.getCustomHeaders().get("again"));
    jobs.once(job, input.whistle().id(), () -> tell(input, again));
  }

  private void tell(Input input, boolean again) {
    SummonsVariable summons = input.summons();
    SummoningWhistle whistle = input.whistle();
    String what = again ? "UnitToldAgain" : "UnitSummoned";
    summonses.notified(summons.id(), again);
    notifications.add(
        Notification.toUnit(
            whistle.timelineSubject(),
            summons.unitCode(),
            again ? NotificationKind.SUMMONED_AGAIN : NotificationKind.SUMMONED,
            Map.of(
                "whistle", whistle.number(),
                "signBy", summons.signBy().toString(),
                "arriveBy", summons.arriveBy().toString())));
    timeline.append(
        whistle.timelineSubject(),
        "system",
        what,
        "",
        Map.of("unit", summons.unitCode(), "unitName", summons.unitName()));
  }

  record Input(SummoningWhistle whistle, SummonsVariable summons) {}
}

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
 * {@code summons.escalate}: reports a unit that did not sign or come to the district, or the city
 * across districts (article 44).
 */
@Component
public class EscalateAbsenceWorker {

  private static final String CITY = "110000";
  private static final int DISTRICT_DIGITS = 6;

  private final Jobs jobs;
  private final Summonses summonses;
  private final Notifications notifications;
  private final Timeline timeline;

  EscalateAbsenceWorker(
      Jobs jobs, Summonses summonses, Notifications notifications, Timeline timeline) {
    this.jobs = jobs;
    this.summonses = summonses;
    this.notifications = notifications;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "summons.escalate",
      fetchVariables = {"whistle", "summons", "profile", "step"})
  public void escalateAbsence(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    jobs.once(job, input.whistle().id(), () -> escalate(input));
  }

  private void escalate(Input input) {
    SummonsVariable summons = input.summons();
    SummoningWhistle whistle = input.whistle();
    String step = "arrive".equals(input.step()) ? "arrive" : "sign";
    summonses.escalated(summons.id(), step);
    notifications.add(
        Notification.toUnit(
            whistle.timelineSubject(),
            superior(input),
            NotificationKind.UNIT_ABSENT,
            Map.of("whistle", whistle.number(), "unit", summons.unitName(), "step", step)));
    timeline.append(
        whistle.timelineSubject(),
        "system",
        "AbsenceEscalated",
        step,
        Map.of("unit", summons.unitCode(), "unitName", summons.unitName()));
  }

  private static String superior(Input input) {
    boolean city = input.profile() != null && "city".equals(input.profile().escalateTo());
    return city ? CITY : input.whistle().streetCode().substring(0, DISTRICT_DIGITS);
  }

  record Input(SummoningWhistle whistle, SummonsVariable summons, Profile profile, String step) {}

  record Profile(String escalateTo) {}
}

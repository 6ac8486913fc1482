package city.whistle.workers.patrol;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.lane.LanePolicies;
import city.whistle.workers.lane.LanePosts;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code patrol.tell}: has the lane's chief hear first of what was found there. Where the lane has
 * none, or the chief was told and said nothing in his time, the sub-district's leaders have it
 * besides.
 */
@Component
public class TellChiefWorker {

  private final Jobs jobs;
  private final Patrols patrols;
  private final PatrolVariable.Maker variables;
  private final LanePosts posts;
  private final LanePolicies policies;
  private final DueDates dueDates;
  private final Notifications notifications;
  private final Timeline timeline;
  private final CityTime time;

  TellChiefWorker(
      Jobs jobs,
      Patrols patrols,
      PatrolVariable.Maker variables,
      LanePosts posts,
      LanePolicies policies,
      DueDates dueDates,
      Notifications notifications,
      Timeline timeline,
      CityTime time) {
    this.jobs = jobs;
    this.patrols = patrols;
    this.variables = variables;
    this.posts = posts;
    this.policies = policies;
    this.dueDates = dueDates;
    this.notifications = notifications;
    this.timeline = timeline;
    this.time = time;
  }

  @JobWorker(
      type = "patrol.tell",
      fetchVariables = {"patrol"})
  public Map<String, Object> tellChief(ActivatedJob job) {
    Patrol patrol = patrols.get(jobs.read(job, Input.class).patrol().id());
    return jobs.once(job, patrol.id(), () -> new Output(tell(patrol)));
  }

  private PatrolVariable tell(Patrol patrol) {
    boolean first = patrol.told().isEmpty();
    boolean chief = posts.chief(patrol.laneId(), time.today()).isPresent();
    boolean leadersToo = !chief || !first;
    OffsetDateTime assessBy =
        dueDates.after(
            time.now(), policies.on(time.today()).assessWithin(), DueDates.Basis.WORKING);
    PatrolVariable variable = variables.of(patrol, leadersToo, assessBy);
    if (first) {
      timeline.append(
          patrol.id(),
          "street:" + patrol.streetCode(),
          "PatrolReported",
          patrol.disorder(),
          Map.of("patrol", patrol.number(), "lane", patrol.laneId()));
    }
    timeline.append(
        patrol.id(),
        "system",
        leadersToo ? "LeadersTold" : "ChiefTold",
        leadersToo ? (chief ? "chiefSilent" : "noChief") : "");
    if (leadersToo) {
      notifications.add(
          Notification.toUnit(
              patrol.id(),
              variable.streetCode(),
              NotificationKind.PATROL_WAITS,
              Map.of("lane", variable.laneName())));
    }
    patrols.told(patrol.id(), leadersToo ? "lead" : "chief", assessBy);
    return variable;
  }

  record Input(Known patrol) {}

  record Known(UUID id) {}

  record Output(PatrolVariable patrol) {}
}

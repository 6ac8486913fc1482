package city.whistle.workers.handling;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.LimitClock;
import city.whistle.workers.calendar.Limits;
import city.whistle.workers.calendar.TimeLimit;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.notification.ResidentChannel;
import city.whistle.workers.suspension.CaseClocks;
import city.whistle.workers.suspension.SuspensionEnd;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** {@code case.openRound}: the owner handles the case once more, within new limits. */
@Component
public class OpenRoundWorker {

  private final Jobs jobs;
  private final CaseFiles cases;
  private final CaseProgress progress;
  private final LimitClock limits;
  private final Notifications notifications;
  private final CaseClocks clocks;
  private final Timeline timeline;
  private final CityTime time;

  OpenRoundWorker(
      Jobs jobs,
      CaseFiles cases,
      CaseProgress progress,
      LimitClock limits,
      Notifications notifications,
      CaseClocks clocks,
      Timeline timeline,
      CityTime time) {
    this.jobs = jobs;
    this.cases = cases;
    this.progress = progress;
    this.limits = limits;
    this.notifications = notifications;
    this.clocks = clocks;
    this.timeline = timeline;
    this.time = time;
  }

  @JobWorker(
      type = "case.openRound",
      fetchVariables = {"caseId", "round", "timeLimit"})
  public Map<String, Object> openRound(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    return jobs.once(job, input.caseId(), () -> open(input));
  }

  private Output open(Input input) {
    CaseFile file = cases.get(input.caseId());
    int round = input.round() + 1;
    Limits started = limits.fromNow(input.timeLimit());
    clocks.resume(file.id(), SuspensionEnd.NEXT_ROUND);
    progress.round(file.id(), round, started);
    progress.promiseMoved(file.id(), started.settleBy(), time.now());
    notifications.add(
        Notification.toUnit(
            file.id(),
            file.owner().code(),
            NotificationKind.ROUND_OPENED,
            Map.of("settleBy", started.settleBy().toString())));
    notifications.add(
        Notification.toResident(
            file.id(),
            ResidentChannel.of(file.about().channel()),
            NotificationKind.ROUND_OPENED,
            Map.of("settleBy", started.settleBy().toString())));
    timeline.append(
        file.id(), "system", "RoundOpened", "", facts(round, input.timeLimit(), started));
    return new Output(round, started);
  }

  private Map<String, Object> facts(int round, TimeLimit timeLimit, Limits started) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("round", round);
    facts.putAll(limits.factsOfStart(timeLimit, started));
    return facts;
  }

  record Input(UUID caseId, int round, TimeLimit timeLimit) {}

  record Output(int round, Limits limits) {}
}

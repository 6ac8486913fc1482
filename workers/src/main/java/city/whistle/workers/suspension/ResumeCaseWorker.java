package city.whistle.workers.suspension;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.DueDates;
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
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.suspension.Suspensions.Rest;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code case.resume}: lets the case's clocks run on with what was left of them when it was
 * suspended, but at least as long as the rules give.
 */
@Component
public class ResumeCaseWorker {

  private final Jobs jobs;
  private final CaseFiles cases;
  private final CaseProgress progress;
  private final Suspensions suspensions;
  private final DueDates dueDates;
  private final LimitClock clock;
  private final Outbox outbox;
  private final Notifications notifications;
  private final Timeline timeline;
  private final CityTime time;

  ResumeCaseWorker(
      Jobs jobs,
      CaseFiles cases,
      CaseProgress progress,
      Suspensions suspensions,
      DueDates dueDates,
      LimitClock clock,
      Outbox outbox,
      Notifications notifications,
      Timeline timeline,
      CityTime time) {
    this.jobs = jobs;
    this.cases = cases;
    this.progress = progress;
    this.suspensions = suspensions;
    this.dueDates = dueDates;
    this.clock = clock;
    this.outbox = outbox;
    this.notifications = notifications;
    this.timeline = timeline;
    this.time = time;
  }

  @JobWorker(
      type = "case.resume",
      fetchVariables = {"caseId", "limits", "timeLimit", "suspensionRule", "suspension"})
  public Map<String, Object> resumeCase(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    return jobs.once(job, input.caseId(), () -> resume(input));
  }

  private Output resume(Input input) {
    CaseFile file = cases.get(input.caseId());
    OffsetDateTime now = time.now();
    Limits limits = limits(input, now);
    suspensions.end(input.suspension().id(), now);
    progress.resumed(file.id(), limits);
    progress.promiseMoved(file.id(), limits.settleBy(), now);
    outbox.add(
        PublishMessage.momentary(
            "case.limitsChanged",
            file.id().toString(),
            Map.of("limits", limits, "suspended", false)));
    tell(file, limits);
    Map<String, Object> facts = clock.facts(input.timeLimit(), limits);
    facts.put("rest", suspensions.rest(input.suspension().id()).untilSettled().toString());
    timeline.append(file.id(), "system", "ClocksResumed", "", facts);
    return new Output(
        limits,
        input.suspension().ended("挂账已结束，请在 " + CityTime.toTheMinute(limits.settleBy()) + " 前办结"));
  }

  private void tell(CaseFile file, Limits limits) {
    Map<String, String> parameters = Map.of("settleBy", limits.settleBy().toString());
    notifications.add(
        Notification.toResident(file.id(), "sms", NotificationKind.CASE_RESUMED, parameters));
    notifications.add(Notification.toHotline(file.id(), NotificationKind.CASE_RESUMED, parameters));
  }

  /** To sign and contact lie behind: a case is suspended by its owner while handling it. */
  private Limits limits(Input input, OffsetDateTime now) {
    Rest rest = suspensions.rest(input.suspension().id());
    OffsetDateTime left = dueDates.after(now, rest.untilSettled(), input.timeLimit().days());
    OffsetDateTime least = input.suspensionRule().settleAtTheEarliest(now, dueDates);
    OffsetDateTime settleBy = left.isBefore(least) ? least : left;
    OffsetDateTime warnAt =
        rest.untilWarned().isZero()
            ? input.timeLimit().warnAt(now, settleBy)
            : dueDates.after(now, rest.untilWarned(), input.timeLimit().days());
    return new Limits(input.limits().signBy(), input.limits().contactBy(), warnAt, settleBy);
  }

  record Input(
      UUID caseId,
      Limits limits,
      TimeLimit timeLimit,
      SuspensionRule suspensionRule,
      SuspensionVariable suspension) {}

  record Output(Limits limits, SuspensionVariable suspension) {}
}

package city.whistle.workers.suspension;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.calendar.Limits;
import city.whistle.workers.calendar.TimeLimit;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.outbox.EngineCall.LookAtTasks;
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
 * {@code case.suspend}: stops the case's clocks, keeps what was left of them, and explains it to
 * the resident and the hotline (article 15).
 */
@Component
public class SuspendCaseWorker {

  private final Jobs jobs;
  private final CaseFiles cases;
  private final CaseProgress progress;
  private final Suspensions suspensions;
  private final DueDates dueDates;
  private final Outbox outbox;
  private final Notifications notifications;
  private final Timeline timeline;
  private final CityTime time;

  SuspendCaseWorker(
      Jobs jobs,
      CaseFiles cases,
      CaseProgress progress,
      Suspensions suspensions,
      DueDates dueDates,
      Outbox outbox,
      Notifications notifications,
      Timeline timeline,
      CityTime time) {
    this.jobs = jobs;
    this.cases = cases;
    this.progress = progress;
    this.suspensions = suspensions;
    this.dueDates = dueDates;
    this.outbox = outbox;
    this.notifications = notifications;
    this.timeline = timeline;
    this.time = time;
  }

  @JobWorker(
      type = "case.suspend",
      fetchVariables = {"caseId", "limits", "timeLimit", "suspensionRule", "suspensionRequest"})
  public Map<String, Object> suspendCase(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    return jobs.once(job, input.caseId(), () -> new Output(suspend(input)));
  }

  private SuspensionVariable suspend(Input input) {
    CaseFile file = cases.get(input.caseId());
    OffsetDateTime now = time.now();
    OffsetDateTime until = input.suspensionRule().until(now, dueDates);
    OffsetDateTime reviewBy = input.suspensionRule().reviewBy(now, until, dueDates);
    Rest rest = rest(input, now);
    if (!progress.suspended(file.id())) {
      return SuspensionVariable.ofNothing(now);
    }
    UUID id =
        suspensions.begin(
            file.id(),
            input.suspensionRequest(),
            now,
            until,
            rest,
            input.timeLimit(),
            input.suspensionRule());
    LookAtTasks.of(file.processInstanceKey()).ifPresent(outbox::add);
    outbox.add(
        PublishMessage.momentary(
            "case.limitsChanged", file.id().toString(), Map.of("suspended", true)));
    tell(file, until);
    timeline.append(
        file.id(),
        "system",
        "ClocksSuspended",
        input.suspensionRequest().cause(),
        Map.of(
            "rest",
            rest.untilSettled().toString(),
            "reviewBy",
            reviewBy.toString(),
            "until",
            until.toString()));
    return new SuspensionVariable(id, "approved", null, reviewBy, until, null);
  }

  private void tell(CaseFile file, OffsetDateTime until) {
    Map<String, String> parameters = Map.of("until", until.toString());
    notifications.add(
        Notification.toResident(file.id(), "sms", NotificationKind.CASE_SUSPENDED, parameters));
    notifications.add(
        Notification.toHotline(file.id(), NotificationKind.CASE_SUSPENDED, parameters));
  }

  private Rest rest(Input input, OffsetDateTime now) {
    DueDates.Basis days = input.timeLimit().days();
    return new Rest(
        dueDates.rest(now, input.limits().settleBy(), days),
        dueDates.rest(now, input.limits().warnAt(), days));
  }

  record Input(
      UUID caseId,
      Limits limits,
      TimeLimit timeLimit,
      SuspensionRule suspensionRule,
      Request suspensionRequest) {}

  /** What the owner asked for. */
  record Request(String cause, String reason) {}

  record Output(SuspensionVariable suspension) {}
}

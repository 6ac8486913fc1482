package city.whistle.workers.handling;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.calendar.LimitClock;
import city.whistle.workers.calendar.Limits;
import city.whistle.workers.calendar.TimeLimit;
import city.whistle.workers.casefile.CaseExtensions;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.job.Refusal;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.outbox.EngineCall.LookAtTasks;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.BpmnError;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code case.extend}: moves the time to settle, tells the resident and the hotline (article 15),
 * and the timers of the process.
 */
@Component
public class ExtendCaseWorker {

  private final Jobs jobs;
  private final CaseFiles cases;
  private final CaseProgress progress;
  private final CaseExtensions extensions;
  private final DueDates dueDates;
  private final LimitClock clock;
  private final Outbox outbox;
  private final Notifications notifications;
  private final Timeline timeline;
  private final CityTime time;

  ExtendCaseWorker(
      Jobs jobs,
      CaseFiles cases,
      CaseProgress progress,
      CaseExtensions extensions,
      DueDates dueDates,
      LimitClock clock,
      Outbox outbox,
      Notifications notifications,
      Timeline timeline,
      CityTime time) {
    this.jobs = jobs;
    this.cases = cases;
    this.progress = progress;
    this.extensions = extensions;
    this.dueDates = dueDates;
    this.clock = clock;
    this.outbox = outbox;
    this.notifications = notifications;
    this.timeline = timeline;
    this.time = time;
  }

  @JobWorker(
      type = "case.extend",
      fetchVariables = {"caseId", "limits", "timeLimit", "extensionRequest"})
  public Map<String, Object> extendCase(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    return jobs.once(job, input.caseId(), () -> extend(input));
  }

  private Output extend(Input input) {
    CaseFile file = cases.get(input.caseId());
    OffsetDateTime settleBy = newSettleBy(input);
    int used = extensions.used(file.id());
    check(input, used, settleBy);
    Limits limits =
        new Limits(
            input.limits().signBy(),
            input.limits().contactBy(),
            input.timeLimit().warnAt(time.now(), settleBy),
            settleBy);
    progress.limits(file.id(), limits);
    progress.promiseMoved(file.id(), settleBy, time.now());
    outbox.add(
        PublishMessage.momentary(
            "case.limitsChanged", file.id().toString(), Map.of("limits", limits)));
    LookAtTasks.of(file.processInstanceKey()).ifPresent(outbox::add);
    Map<String, String> parameters = Map.of("settleBy", settleBy.toString());
    notifications.add(
        Notification.toResident(file.id(), "sms", NotificationKind.CASE_EXTENDED, parameters));
    notifications.add(
        Notification.toHotline(file.id(), NotificationKind.CASE_EXTENDED, parameters));
    timeline.append(
        file.id(),
        "system",
        CaseExtensions.LINE,
        input.reason(),
        clock.facts(input.timeLimit(), limits));
    return new Output(limits, 1 + used);
  }

  /** How often and how long is data: {@code time-limit}. */
  private void check(Input input, int used, OffsetDateTime settleBy) {
    OffsetDateTime before = input.limits().settleBy();
    TimeLimit rule = input.timeLimit();
    if (!before.isAfter(time.now())) {
      throw invalid("时限 " + CityTime.toTheMinute(before) + " 已过，不能再延期");
    }
    if (!settleBy.isAfter(before)) {
      throw invalid("延期后的时限应晚于原时限 " + CityTime.toTheMinute(before));
    }
    if (rule.mostExtensions() != null && used >= rule.mostExtensions()) {
      throw invalid("本单最多延期 " + rule.mostExtensions() + " 次，已经用完");
    }
    if (rule.mostExtensionDays() != null
        && settleBy.isAfter(before.plusDays(rule.mostExtensionDays()))
        && settleBy.isAfter(time.now().plusDays(rule.mostExtensionDays()))) {
      throw invalid("每次最多延长 " + rule.mostExtensionDays() + " 天");
    }
  }

  private OffsetDateTime newSettleBy(Input input) {
    Extension asked = input.extensionRequest();
    if (asked != null && asked.until() != null) {
      return parse(asked.until());
    }
    if (asked == null || asked.days() == null || asked.days() < 1 || asked.days() > 365) {
      throw invalid("请写明延长 1 至 365 天，或延至哪一天");
    }
    return dueDates.after(
        input.limits().settleBy(), "P" + asked.days() + "D", input.timeLimit().days());
  }

  /** A date means the end of that day. */
  private static OffsetDateTime parse(String until) {
    try {
      return until.length() == 10
          ? LocalDate.parse(until)
              .atTime(LocalTime.of(23, 59, 59))
              .atZone(CityTime.ZONE)
              .toOffsetDateTime()
          : OffsetDateTime.parse(until);
    } catch (DateTimeParseException e) {
      throw invalid("延至的日期应写成 2026-04-01 这样");
    }
  }

  private static BpmnError invalid(String message) {
    return Refusal.of("EXTENSION_INVALID", message);
  }

  record Input(UUID caseId, Limits limits, TimeLimit timeLimit, Extension extensionRequest) {

    String reason() {
      return extensionRequest.reason() == null ? "" : extensionRequest.reason();
    }
  }

  record Extension(String until, Integer days, String reason) {}

  /**
   * @param extensions how often the case was extended by now
   */
  record Output(Limits limits, int extensions) {}
}

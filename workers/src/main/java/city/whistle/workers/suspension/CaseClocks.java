package city.whistle.workers.suspension;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.calendar.LimitClock;
import city.whistle.workers.calendar.Limits;
import city.whistle.workers.calendar.TimeLimit;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.outbox.EngineCall.LookAtTasks;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.suspension.Suspensions.Stopped;
import city.whistle.workers.timeline.Timeline;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a case's stopped clocks run again, once, whatever ends its suspension. Who ends one calls it
 * in its own transaction; the registry refuses a case that is no longer suspended and whose clocks
 * still stand.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseClocks {

  private final CaseFiles cases;
  private final CaseProgress progress;
  private final Suspensions suspensions;
  private final DueDates dueDates;
  private final Notifications notifications;
  private final LimitClock clock;
  private final Outbox outbox;
  private final Timeline timeline;
  private final CityTime time;

  CaseClocks(
      CaseFiles cases,
      CaseProgress progress,
      Suspensions suspensions,
      DueDates dueDates,
      Notifications notifications,
      LimitClock clock,
      Outbox outbox,
      Timeline timeline,
      CityTime time) {
    this.cases = cases;
    this.progress = progress;
    this.suspensions = suspensions;
    this.dueDates = dueDates;
    this.notifications = notifications;
    this.clock = clock;
    this.outbox = outbox;
    this.timeline = timeline;
    this.time = time;
  }

  /**
   * The clocks run on with what was left of them, but at least as long as the rules give.
   *
   * @return empty where they weren't stopped
   */
  public Optional<Resumed> resume(UUID caseId, SuspensionEnd end) {
    return suspensions.open(caseId).map(stopped -> resume(cases.get(caseId), stopped, end));
  }

  private Resumed resume(CaseFile file, Stopped stopped, SuspensionEnd end) {
    OffsetDateTime now = time.now();
    Limits limits = limits(file.limits(), stopped, now);
    suspensions.end(stopped.id(), now);
    progress.resumed(file.id(), limits);
    if (end.movesPromise()) {
      progress.promiseMoved(file.id(), limits.settleBy(), now);
      tell(file, limits, end);
    }
    outbox.add(PublishMessage.lasting("suspension.ended", stopped.id().toString(), Map.of()));
    LookAtTasks.of(file.processInstanceKey()).ifPresent(outbox::add);
    timeline.append(file.id(), "system", "ClocksResumed", end.wireName(), facts(stopped, limits));
    return new Resumed(limits, stopped.untilSettled());
  }

  private void tell(CaseFile file, Limits limits, SuspensionEnd end) {
    Map<String, String> parameters = Map.of("settleBy", limits.settleBy().toString());
    if (end.isToldToTheResident()) {
      notifications.add(
          Notification.toResident(file.id(), "sms", NotificationKind.CASE_RESUMED, parameters));
    }
    notifications.add(Notification.toHotline(file.id(), NotificationKind.CASE_RESUMED, parameters));
  }

  /** To sign and contact lie behind: a case is suspended by its owner while handling it. */
  private Limits limits(Limits before, Stopped stopped, OffsetDateTime now) {
    OffsetDateTime left = dueDates.after(now, stopped.untilSettled(), stopped.days());
    OffsetDateTime least = dueDates.after(now, stopped.restAtLeast(), stopped.restDays());
    OffsetDateTime settleBy = left.isBefore(least) ? least : left;
    OffsetDateTime warnAt =
        stopped.untilWarned().isZero()
            ? TimeLimit.warnAt(stopped.warnShare(), now, settleBy)
            : dueDates.after(now, stopped.untilWarned(), stopped.days());
    return new Limits(before.signBy(), before.contactBy(), warnAt, settleBy);
  }

  private Map<String, Object> facts(Stopped stopped, Limits limits) {
    Map<String, Object> facts = clock.facts(stopped.days(), limits);
    facts.put("rest", stopped.untilSettled().toString());
    return facts;
  }
}

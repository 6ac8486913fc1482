package city.whistle.workers.handling;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.job.JobRefused;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.UnitRef;
import city.whistle.workers.whistle.Whistlers;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a worker refused stands on the timeline, and whoever asked for it is told: else an accepted
 * request that came to nothing would be known to a variable alone.
 */
@Component
class RefusalLines {

  /** The timeline's line of it. */
  static final String STEP = "RequestRefused";

  private final CaseFiles cases;
  private final Whistlers whistlers;
  private final Notifications notifications;
  private final Timeline timeline;

  RefusalLines(
      CaseFiles cases, Whistlers whistlers, Notifications notifications, Timeline timeline) {
    this.cases = cases;
    this.whistlers = whistlers;
    this.notifications = notifications;
    this.timeline = timeline;
  }

  @EventListener
  void refused(JobRefused refused) {
    UUID subject = whistlers.timelineSubject(refused.subject()).orElse(refused.subject());
    asker(refused.subject())
        .ifPresent(
            unit ->
                notifications.add(
                    Notification.toUnit(
                        subject,
                        unit,
                        NotificationKind.REQUEST_REFUSED,
                        Map.of("why", refused.message()))));
    timeline.append(
        subject,
        "system",
        STEP,
        refused.message(),
        Map.of("step", refused.element(), "code", refused.code()));
  }

  /** The case's owner, or the street that blew the whistle; nobody of an assessment. */
  private Optional<String> asker(UUID subject) {
    return cases
        .find(subject)
        .map(CaseFile::owner)
        .map(UnitRef::code)
        .or(() -> whistlers.of(subject));
  }
}

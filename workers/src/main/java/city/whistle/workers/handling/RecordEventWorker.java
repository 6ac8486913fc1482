package city.whistle.workers.handling;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.notification.Recipient;
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

/**
 * {@code case.recordEvent}: writes down what came to a running case from outside or by time, says
 * so to its owner, and marks what was withdrawn. Header {@code event} names it; {@code why}, in the
 * words that staff read, may say why.
 */
@Component
public class RecordEventWorker {

  private static final Map<String, String> STEPS =
      Map.of(
          "limitNear", "LimitNear",
          "limitPassed", "LimitPassed",
          "urged", "CaseUrged",
          "supplemented", "CaseSupplemented",
          "withdrawn", "CaseWithdrawn",
          "cityEmergency", "CityEmergency",
          "requestRefused", RefusalLines.STEP);

  private final Jobs jobs;
  private final CaseFiles cases;
  private final CaseProgress progress;
  private final Notifications notifications;
  private final CaseClocks clocks;
  private final Timeline timeline;
  private final CityTime time;

  RecordEventWorker(
      Jobs jobs,
      CaseFiles cases,
      CaseProgress progress,
      Notifications notifications,
      CaseClocks clocks,
      Timeline timeline,
      CityTime time) {
    this.jobs = jobs;
    this.cases = cases;
    this.progress = progress;
    this.notifications = notifications;
    this.clocks = clocks;
    this.timeline = timeline;
    this.time = time;
  }

  @JobWorker(type = "case.recordEvent", fetchVariables = "caseId")
  public void recordEvent(ActivatedJob job) {
    UUID caseId = jobs.read(job, Input.class).caseId();
    String event = String.valueOf(job.getCustomHeaders().get("event"));
    if (!STEPS.containsKey(event)) {
      throw new IllegalArgumentException(
          "header event must be one of " + STEPS.keySet() + ", not " + event);
    }
    String why = job.getCustomHeaders().getOrDefault("why", "");
    jobs.once(job, caseId, () -> record(cases.get(caseId), event, why));
  }

  private void record(CaseFile file, String event, String why) {
    if (event.equals("withdrawn")) {
      clocks.resume(file.id(), SuspensionEnd.WITHDRAWN);
      progress.withdrawn(file.id(), time.now());
    }
    NotificationKind kind = NotificationKind.of(event).orElseThrow();
    tell(file, kind, parameters(file, kind, why));
    timeline.append(file.id(), "system", STEPS.get(event), why, details(file, kind));
  }

  private Map<String, String> parameters(CaseFile file, NotificationKind kind, String why) {
    return switch (kind) {
      case URGED ->
          Map.of("times", Integer.toString(1 + timeline.count(file.id(), STEPS.get("urged"))));
      case REQUEST_REFUSED -> Map.of("why", why);
      default -> Map.of();
    };
  }

  /** Whose turn it is, and until when; before the dispatch it is the hotline's. */
  private static Map<String, Object> details(CaseFile file, NotificationKind kind) {
    if (file.owner() == null) {
      return Map.of();
    }
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("unit", file.owner().code());
    details.put("unitName", file.owner().name());
    if (kind == NotificationKind.LIMIT_NEAR || kind == NotificationKind.LIMIT_PASSED) {
      details.put("settleBy", file.limits().settleBy().toString());
    }
    return details;
  }

  /** Before the dispatch it is the hotline's turn. The resident hears that the wish is done. */
  private void tell(CaseFile file, NotificationKind kind, Map<String, String> parameters) {
    if (file.owner() != null) {
      notifications.add(Notification.toUnit(file.id(), file.owner().code(), kind, parameters));
    } else if (kind.recipients().contains(Recipient.Kind.HOTLINE)) {
      notifications.add(Notification.toHotline(file.id(), kind, parameters));
    }
    if (kind == NotificationKind.WITHDRAWN) {
      notifications.add(
          Notification.toResident(
              file.id(), ResidentChannel.of(file.about().channel()), kind, Map.of()));
    }
  }

  record Input(UUID caseId) {}
}

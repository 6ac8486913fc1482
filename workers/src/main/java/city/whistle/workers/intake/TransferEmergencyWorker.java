package city.whistle.workers.intake;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.resident.VaultPart;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code hotline.transferEmergency}: hands the caller on to 110, 119, 120 or 122; without a line it
 * is 110, which knows the others.
 */
@Component
public class TransferEmergencyWorker {

  private static final String USUAL_LINE = "110";

  private final Jobs jobs;
  private final CaseFiles cases;
  private final CaseSignals signals;
  private final Notifications notifications;
  private final Timeline timeline;
  private final CityTime time;

  TransferEmergencyWorker(
      Jobs jobs,
      CaseFiles cases,
      CaseSignals signals,
      Notifications notifications,
      Timeline timeline,
      CityTime time) {
    this.jobs = jobs;
    this.cases = cases;
    this.signals = signals;
    this.notifications = notifications;
    this.timeline = timeline;
    this.time = time;
  }

  @JobWorker(type = "hotline.transferEmergency", fetchVariables = "caseId")
  public Map<String, Object> transferEmergency(ActivatedJob job) {
    UUID caseId = jobs.read(job, Input.class).caseId();
    return jobs.once(job, caseId, () -> transfer(cases.get(caseId)));
  }

  private Output transfer(CaseFile file) {
    String given = signals.of(file).emergencyLine();
    String line = given == null ? USUAL_LINE : given;
    notifications.add(
        Notification.toLine(file.id(), line, NotificationKind.EMERGENCY_TRANSFERRED)
            .with(VaultPart.CONTENT.name()));
    timeline.append(file.id(), "system", "EmergencyTransferred", line);
    return new Output(new Transfer(line, time.now()));
  }

  record Input(UUID caseId) {}

  record Output(Transfer transfer) {}

  record Transfer(String line, OffsetDateTime at) {}
}

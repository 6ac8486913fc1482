package city.whistle.workers.callback;

import city.whistle.workers.WhistleProperties;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code callback.sendLink}: makes the one-time link by which the resident answers; it lies in the
 * vault until it is sent.
 */
@Component
public class SendLinkWorker {

  private final Jobs jobs;
  private final Callbacks callbacks;
  private final ResidentVault vault;
  private final Notifications notifications;
  private final DueDates dueDates;
  private final Timeline timeline;
  private final CityTime time;
  private final WhistleProperties properties;

  SendLinkWorker(
      Jobs jobs,
      Callbacks callbacks,
      ResidentVault vault,
      Notifications notifications,
      DueDates dueDates,
      Timeline timeline,
      CityTime time,
      WhistleProperties properties) {
    this.jobs = jobs;
    this.callbacks = callbacks;
    this.vault = vault;
    this.notifications = notifications;
    this.dueDates = dueDates;
    this.timeline = timeline;
    this.time = time;
    this.properties = properties;
  }

  @JobWorker(
      type = "callback.sendLink",
      fetchVariables = {"caseId", "callback"})
  public void sendLink(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    jobs.once(job, input.caseId(), () -> send(input.caseId(), input.callback()));
  }

  private void send(UUID caseId, CallbackVariable callback) {
    CallbackToken token = CallbackToken.random();
    VaultPart link = VaultPart.link(callback.id());
    callbacks.giveToken(
        callback.id(), token.digest(), dueDates.after(time.now(), callback.answerWithin()));
    vault.seal(caseId, link, properties.publicUrl() + "/callback/" + token.text());
    notifications.add(
        Notification.toResident(
                caseId, callback.channel(), NotificationKind.CALLBACK_LINK, Map.of())
            .with(link.name()));
    timeline.append(
        caseId,
        "system",
        "CallbackLinkSent",
        callback.channel(),
        Map.of("attempt", callback.attempt()));
  }

  record Input(UUID caseId, CallbackVariable callback) {}
}

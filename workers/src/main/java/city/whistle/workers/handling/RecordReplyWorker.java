package city.whistle.workers.handling;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.casefile.MergedCases;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.job.Refusal;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.notification.ResidentChannel;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import city.whistle.workers.suspension.CaseClocks;
import city.whistle.workers.suspension.SuspensionEnd;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code case.recordReply}: no case ends without a recorded reply. The text goes to the vault;
 * before a dispatch the reply ends the case, afterwards it is the owner's feedback in a round, or
 * an interim report (header {@code interim}) after which the case goes on.
 */
@Component
public class RecordReplyWorker {

  private final Jobs jobs;
  private final CaseFiles cases;
  private final CaseProgress progress;
  private final ResidentVault vault;
  private final Notifications notifications;
  private final CaseEnding ending;
  private final CaseClocks clocks;
  private final MergedCases merged;
  private final Timeline timeline;
  private final CityTime time;

  RecordReplyWorker(
      Jobs jobs,
      CaseFiles cases,
      CaseProgress progress,
      ResidentVault vault,
      Notifications notifications,
      CaseEnding ending,
      CaseClocks clocks,
      MergedCases merged,
      Timeline timeline,
      CityTime time) {
    this.jobs = jobs;
    this.cases = cases;
    this.progress = progress;
    this.vault = vault;
    this.notifications = notifications;
    this.ending = ending;
    this.clocks = clocks;
    this.merged = merged;
    this.timeline = timeline;
    this.time = time;
  }

  @JobWorker(
      type = "case.recordReply",
      fetchVariables = {"caseId", "route", "reply", "signals"})
  public Map<String, Object> recordReply(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    return jobs.once(job, input.caseId(), () -> record(input, job));
  }

  private Output record(Input input, ActivatedJob job) {
    CaseFile file = cases.get(input.caseId());
    boolean feedback = file.owner() != null;
    boolean interim = "true".equals(job.getCustomHeaders().get("interim"));
    VaultPart part = VaultPart.reply(job.getElementInstanceKey());
    String text = text(input, feedback);
    vault.seal(file.id(), part, text);
    sealForFollowers(file.id(), part, text);
    notifications.add(
        Notification.toResident(
                file.id(), channel(input, file), NotificationKind.CASE_REPLIED, Map.of())
            .with(part.name()));
    if (feedback) {
      notifications.add(Notification.toHotline(file.id(), NotificationKind.CASE_REPLIED, Map.of()));
      if (!interim) {
        clocks.resume(file.id(), SuspensionEnd.REPLIED);
      }
      timeline.append(file.id(), "system", interim ? "InterimRecorded" : "FeedbackRecorded", "");
    } else {
      progress.answered(file.id(), input.route(), time.now());
      ending.end(file.id());
      timeline.append(file.id(), "system", "ReplyRecorded", input.route());
      input.repeated().flatMap(cases::byNumber).map(this::leading).ifPresent(this::tellOfRepeat);
    }
    return new Output(
        null, feedback && !interim ? new Feedback(file.round(), time.now(), how(input)) : null);
  }

  /** All complainants of a matter read the reply, and none of them about another. */
  private void sealForFollowers(UUID caseId, VaultPart part, String text) {
    merged.lock(List.of(caseId));
    List<UUID> followers = merged.followersOf(caseId);
    if (!followers.isEmpty()) {
      String redacted = vault.redact(caseId, text);
      followers.forEach(follower -> vault.seal(follower, part, redacted));
    }
  }

  private static String how(Input input) {
    return input.reply() == null ? null : input.reply().channel();
  }

  private CaseFile leading(CaseFile file) {
    return merged.leaderOf(file.id()).map(cases::get).orElse(file);
  }

  /** Who handles the matter already hears that the resident called again. */
  private void tellOfRepeat(CaseFile running) {
    if (running.owner() != null && !running.status().isFinal()) {
      notifications.add(
          Notification.toUnit(
              running.id(), running.owner().code(), NotificationKind.REPEATED, Map.of()));
      timeline.append(running.id(), "system", "CaseRepeated", "");
    }
  }

  private static String text(Input input, boolean feedback) {
    return Optional.ofNullable(input.reply())
        .map(Reply::text)
        .filter(text -> !text.isBlank())
        .or(() -> feedback ? Optional.empty() : PreparedReplies.of(input.route()))
        .orElseThrow(() -> Refusal.of("REPLY_MISSING", "请写明答复诉求人的内容"));
  }

  private static String channel(Input input, CaseFile file) {
    Optional<String> asked = Optional.ofNullable(input.reply()).map(Reply::channel);
    return ResidentChannel.of(asked.orElse(file.about().channel()));
  }

  record Input(UUID caseId, String route, Reply reply, Signals signals) {

    /** Number of the case that this one repeats, by the agent's word before the intake's. */
    Optional<String> repeated() {
      return Optional.ofNullable(reply)
          .map(Reply::linkedCase)
          .filter(number -> !number.isBlank())
          .or(() -> Optional.ofNullable(signals).map(Signals::repeatOf));
    }
  }

  record Reply(String text, String channel, String linkedCase) {}

  record Signals(String repeatOf) {}

  /** The text stays in the vault alone. */
  record Output(Object reply, Feedback feedback) {}

  /**
   * Variable {@code feedback}: that the owner replied, for whoever asks the resident about it.
   *
   * @param channel as the form has it; null where it wasn't said
   */
  record Feedback(int round, OffsetDateTime at, String channel) {}
}

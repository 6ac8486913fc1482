package city.whistle.workers.callback;

import city.whistle.workers.callback.Callbacks.Unread;
import city.whistle.workers.casefile.ResidentAnswer;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code callback.record}: keeps the answer, the comment in the vault; no valid answer after the
 * last attempt is kept as such. An answer by link that was accepted counts, even where it came too
 * late for the process to wait for it.
 */
@Component
public class RecordCallbackWorker {

  private final Jobs jobs;
  private final Callbacks callbacks;
  private final ResidentVault vault;
  private final Timeline timeline;

  RecordCallbackWorker(Jobs jobs, Callbacks callbacks, ResidentVault vault, Timeline timeline) {
    this.jobs = jobs;
    this.callbacks = callbacks;
    this.vault = vault;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "callback.record",
      fetchVariables = {
        "caseId",
        "callback",
        "answered",
        "contacted",
        "settled",
        "satisfied",
        "comment",
        "noAnswer"
      })
  public Map<String, Object> recordCallback(ActivatedJob job) {
    Input input = jobs.read(job, Input.class).of(callbacks);
    return jobs.once(job, input.caseId(), () -> new Output(record(input), null));
  }

  private ResidentAnswer record(Input input) {
    ResidentAnswer answer = said(input);
    callbacks.recorded(input.callback().id(), input.caseId(), answer);
    vault.seal(input.caseId(), VaultPart.comment(input.callback().id()), input.comment());
    if (answer.answered()) {
      timeline.append(input.caseId(), "resident", "CallbackRecorded", "answered", details(answer));
    } else {
      noAnswer(input);
    }
    return answer;
  }

  /** What was told on the phone came last; else what came by link, though nobody waited for it. */
  private ResidentAnswer said(Input input) {
    return input.settled() == null
        ? callbacks.unread(input.caseId()).map(Unread::answer).orElse(ResidentAnswer.NONE)
        : AnswerReader.read(
            input.answered(), input.contacted(), input.settled(), input.satisfied());
  }

  /** The resident did nothing; and why not is known only of a call. */
  private void noAnswer(Input input) {
    if (AnswerReader.isWrongNumber(input.noAnswer())) {
      vault.numberIsWrong(input.caseId());
    }
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("channel", input.callback().channel());
    details.put("attempt", input.callback().attempt());
    if (input.noAnswer() != null) {
      details.put("reason", input.noAnswer());
    }
    timeline.append(input.caseId(), "system", "CallbackRecorded", "noAnswer", details);
  }

  private static Map<String, Object> details(ResidentAnswer answer) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("contacted", answer.contacted());
    details.put("settled", answer.settled());
    details.put("satisfied", answer.satisfied());
    return details;
  }

  record Input(
      UUID caseId,
      CallbackVariable callback,
      Boolean answered,
      Boolean contacted,
      String settled,
      String satisfied,
      String comment,
      String noAnswer) {

    /** Whoever completes the task before may set any variable: the callback says whose it is. */
    Input of(Callbacks callbacks) {
      return new Input(
          callbacks.caseOf(callback.id()),
          callback,
          answered,
          contacted,
          settled,
          satisfied,
          comment,
          noAnswer);
    }
  }

  /** The comment stays in the vault alone. */
  record Output(ResidentAnswer answer, String comment) {}
}

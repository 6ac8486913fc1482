package city.whistle.workers.callback;

import city.whistle.workers.callback.Callbacks.Linked;
import city.whistle.workers.casefile.ResidentAnswer;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.request.RequestFields;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import city.whistle.workers.timeline.Timeline;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A resident's answer by link: the token is used up, the answer kept, the comment sealed, the
 * process told, all at once. The process reads what is kept; the message only wakes it.
 */
@Component
public class CallbackAnswers {

  private static final int COMMENT_MAX = 2000;

  private final Callbacks callbacks;
  private final ResidentVault vault;
  private final Outbox outbox;
  private final Timeline timeline;

  CallbackAnswers(Callbacks callbacks, ResidentVault vault, Outbox outbox, Timeline timeline) {
    this.callbacks = callbacks;
    this.vault = vault;
    this.outbox = outbox;
    this.timeline = timeline;
  }

  /**
   * @throws city.whistle.workers.request.InvalidRequest naming every bad field; the token stays
   *     good then
   */
  @Transactional
  public Outcome take(String token, JsonNode body) {
    Optional<Linked> linked = callbacks.byToken(CallbackToken.of(token).digest());
    if (linked.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    Answer answer = read(body);
    return keep(linked.get(), answer) ? Outcome.TAKEN : Outcome.GONE;
  }

  private boolean keep(Linked callback, Answer answer) {
    if (!callbacks.accept(callback.id(), callback.caseId(), answer.said())) {
      return false;
    }
    vault.seal(callback.caseId(), VaultPart.comment(callback.id()), answer.comment());
    timeline.append(callback.caseId(), "resident", "CallbackAnswered", "");
    outbox.add(
        PublishMessage.lasting(
            "callback.answered",
            callback.id().toString(),
            Map.of(
                "answered", true,
                "contacted", answer.contacted(),
                "settled", answer.settled(),
                "satisfied", answer.satisfied())));
    return true;
  }

  private static Answer read(JsonNode body) {
    RequestFields fields = RequestFields.of(body);
    fields.flag("answered");
    Boolean contacted = fields.flag("contacted");
    if (contacted == null) {
      fields.refuse("contacted", "must be true or false");
    }
    Answer answer =
        new Answer(
            contacted,
            required(fields, "settled", AnswerReader.SETTLED),
            required(fields, "satisfied", AnswerReader.SATISFIED),
            fields.text("comment", COMMENT_MAX));
    fields.refuseOthers();
    fields.throwIfWrong();
    return answer;
  }

  private static String required(RequestFields fields, String name, java.util.Set<String> values) {
    return fields.requiredText(name, 100) == null ? null : fields.oneOf(name, values);
  }

  private record Answer(Boolean contacted, String settled, String satisfied, String comment) {
    ResidentAnswer said() {
      return new ResidentAnswer(true, contacted, settled, satisfied);
    }
  }

  /** What became of an answer. */
  public enum Outcome {
    TAKEN,
    /** The answer could not count: the token was used, is too old, or the callback is over. */
    GONE,
    /** There never was such a token. */
    UNKNOWN
  }
}

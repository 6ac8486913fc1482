package city.whistle.workers.dispatch;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Variable {@code objection}.
 *
 * @param id null where it was refused
 * @param result {@code open}, {@code refused}, {@code upheld} or {@code dismissed}
 * @param reason why it was refused: {@code final}, {@code late}, {@code tooMany} or {@code noRule};
 *     else null
 * @param message what the owner reads; null while it is open
 * @param reviewBy until when the dispatchers decide; null where it was refused
 * @param last whether the decision is final in any case
 * @param unitCode who is to have the case from now on; null until decided
 * @param level the time-limit level from now on; null until decided
 * @param decidedFinally whether nobody may object any more
 * @param note the dispatchers' words: to the new owner, or why it stays; null where they gave none
 */
record ObjectionVariable(
    UUID id,
    String result,
    String reason,
    String message,
    OffsetDateTime reviewBy,
    boolean last,
    String unitCode,
    String level,
    @JsonProperty("final") boolean decidedFinally,
    String note) {

  static ObjectionVariable open(UUID id, OffsetDateTime reviewBy, boolean last) {
    return new ObjectionVariable(id, "open", null, null, reviewBy, last, null, null, false, null);
  }

  static ObjectionVariable refused(String reason, String message) {
    return new ObjectionVariable(
        null, "refused", reason, message, null, false, null, null, reason.equals("final"), null);
  }

  ObjectionVariable decided(
      boolean upheld, boolean isFinal, String unit, String newLevel, String told, String words) {
    return new ObjectionVariable(
        id,
        upheld ? "upheld" : "dismissed",
        null,
        told,
        reviewBy,
        last,
        unit,
        newLevel,
        isFinal,
        words);
  }
}

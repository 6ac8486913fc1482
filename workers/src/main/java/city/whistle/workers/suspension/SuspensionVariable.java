package city.whistle.workers.suspension;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Variable {@code suspension} once it was approved.
 *
 * @param result {@code approved} or {@code ended}
 * @param message what the owner reads when it has ended; else null
 * @param reviewBy until when it is reviewed
 * @param until when it ends at the latest
 * @param goesOn what the last review decided; null before the first
 */
record SuspensionVariable(
    UUID id,
    String result,
    String message,
    OffsetDateTime reviewBy,
    OffsetDateTime until,
    Boolean goesOn) {

  /** The case was over before its clocks stood still: there is nothing to review. */
  static SuspensionVariable ofNothing(OffsetDateTime now) {
    return new SuspensionVariable(null, "ended", null, now, now, false);
  }

  SuspensionVariable reviewed(OffsetDateTime nextReviewBy, boolean goesOn) {
    return new SuspensionVariable(id, result, message, nextReviewBy, until, goesOn);
  }

  SuspensionVariable ended(String told) {
    return new SuspensionVariable(id, "ended", told, reviewBy, until, false);
  }
}

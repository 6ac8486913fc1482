package city.whistle.workers.disclosure;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

/** What became of a request to see a resident's data; all but {@link TooMany} are logged. */
public sealed interface RevealOutcome {

  /**
   * Here they are.
   *
   * @param shielded whether what tells who the resident is was taken out of the texts
   * @param data by part: a text, or a list of texts where there may be several; absent parts are
   *     left out
   */
  record Shown(
      UUID reveal, OffsetDateTime at, String number, boolean shielded, Map<String, Object> data)
      implements RevealOutcome {

    /** Shows nothing of the data. */
    @Override
    public String toString() {
      return "Shown[" + reveal + "]";
    }
  }

  /** Not for this unit; the rule's code and a sentence. */
  record Refused(String rule, String sentence) implements RevealOutcome {}

  /** The case's key was destroyed. */
  record Erased(OffsetDateTime at) implements RevealOutcome {}

  /** Not now: the hour's bound is reached. */
  record TooMany(long retryAfterSeconds) implements RevealOutcome {}
}

package city.whistle.workers.timeline;

import java.util.UUID;

/**
 * Something in a timeline that isn't as it was written.
 *
 * @param subject the case's or whistle's id; of a ledger, its number
 * @param line where it is, from 1; 0 where it is about the whole timeline
 */
public record Finding(UUID subject, int line, Kind kind) {

  /** What differs. */
  public enum Kind {
    TEXT("its time, who, what, why, details or hash isn't what was written"),
    LINK("its link to the line before was changed"),
    ORDER("it was written after another line than the one before it"),
    MISSING("it is missing, and maybe others after it"),
    ADDED("it stands past the end that was written last"),
    END_TEXT("the hash kept for the end isn't that of the last line"),
    SEAL("the end's seal isn't one that the master key made over these lines"),
    NO_END("the end is missing"),
    NO_TIMELINE("there is no timeline"),
    RECORD(
        "its row (owner, state, limits, answer, times …), its photos or its end isn't what was sealed last"),
    SPOILED("its row had been changed by somebody else before this line was written"),
    LOOKS("of the looks at the resident's data, one is missing, changed or added"),
    PHOTO("of a photo, a part is missing or changed"),
    NO_KEY("the key of the resident's data is gone, though nobody erased them"),
    LEDGER("a case or whistle with its seal is missing, or an earlier state of one was put back");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    public String sentence() {
      return sentence;
    }
  }
}

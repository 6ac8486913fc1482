package city.whistle.workers.assessment.request;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;

/**
 * What a unit asked for.
 *
 * @param unitCode for which the case is counted
 * @param evidence redacted
 * @param reason of the decision; null while there is none
 * @param decidedBy null while nobody has, and where the rule did
 */
public record AskedFor(
    UUID id,
    Kind kind,
    UUID caseId,
    String unitCode,
    YearMonth month,
    String ground,
    String evidence,
    OffsetDateTime askedAt,
    State state,
    String reason,
    String decidedBy,
    OffsetDateTime decidedAt) {

  /** The wire name is the lower-case name. */
  public enum Kind {
    /** That a case be left out, at any time before the month is final. */
    EXCLUSION,
    /** That published figures be counted again without a case. */
    APPEAL;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String wireName) {
      return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
  }

  /** What became of it. */
  public enum State {
    ASKED("asked"),
    GRANTED("granted"),
    REFUSED("refused"),
    /** Nobody decided in time, or it could not be asked for. */
    REFUSED_BY_RULE("refusedByRule");

    private final String wireName;

    State(String wireName) {
      this.wireName = wireName;
    }

    public String wireName() {
      return wireName;
    }

    static State of(String wireName) {
      for (State state : values()) {
        if (state.wireName.equals(wireName)) {
          return state;
        }
      }
      throw new IllegalArgumentException("no request has the state " + wireName);
    }
  }
}

package city.whistle.workers.assessment.result;

import city.whistle.workers.assessment.count.Window;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;

/**
 * One version of a month's figures.
 *
 * @param runId the month's assessment, whose versions these are
 * @param version from 1
 * @param until the first moment that is not counted
 * @param inputDigest of all that was counted
 * @param reason why it was computed
 * @param publishedAt null while it is provisional
 * @param finalAt null until it is final
 */
public record Assessment(
    UUID id,
    UUID runId,
    YearMonth month,
    int version,
    State state,
    String policyId,
    String policyDigest,
    String codeVersion,
    OffsetDateTime from,
    OffsetDateTime until,
    String inputDigest,
    String reason,
    OffsetDateTime computedAt,
    OffsetDateTime publishedAt,
    OffsetDateTime finalAt) {

  /** Where a version stands; the wire name is the lower-case name. */
  public enum State {
    /** Computed; the supervisors check it, units see their own. */
    PROVISIONAL,
    PUBLISHED,
    FINAL,
    /** Was published; a later version holds in its place. */
    RECOUNTED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String wireName) {
      return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
  }

  /** Whether it is what holds now: published, or final. */
  public boolean holds() {
    return state == State.PUBLISHED || state == State.FINAL;
  }

  public boolean isPublic() {
    return state != State.PROVISIONAL;
  }

  public Window window(boolean lastAnswer) {
    return new Window(id, from, until, lastAnswer);
  }
}

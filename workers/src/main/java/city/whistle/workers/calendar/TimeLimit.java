package city.whistle.workers.calendar;

import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * Variable {@code timeLimit}, the result of the decision of that name.
 *
 * @param signWithin ISO 8601 duration, as are the next two
 * @param warnShare share of the whole limit after which the owner is warned, 0 to 1; null means 0.8
 * @param basis {@code calendar} or {@code working}
 * @param mostExtensions how often a case may be extended; null for any number
 * @param mostExtensionDays by how many days at a time; null for any number
 */
public record TimeLimit(
    String signWithin,
    String contactWithin,
    String settleWithin,
    Double warnShare,
    String basis,
    Integer mostExtensions,
    Integer mostExtensionDays) {

  private static final double USUAL_WARN_SHARE = 0.8;

  /** The limits that begin at {@code start}. */
  public Limits startingAt(OffsetDateTime start, DueDates dueDates) {
    OffsetDateTime settleBy = dueDates.after(start, settleWithin, days());
    return new Limits(
        dueDates.after(start, signWithin, days()),
        dueDates.after(start, contactWithin, days()),
        warnAt(start, settleBy),
        settleBy);
  }

  /** Which days count. */
  public DueDates.Basis days() {
    return DueDates.Basis.of(basis);
  }

  /**
   * The moment after which the warning share of the time from {@code start} to {@code settleBy} is
   * used up.
   */
  public OffsetDateTime warnAt(OffsetDateTime start, OffsetDateTime settleBy) {
    return warnAt(share(), start, settleBy);
  }

  /** As {@link #warnAt(OffsetDateTime, OffsetDateTime)}, of a share that was kept. */
  public static OffsetDateTime warnAt(double share, OffsetDateTime start, OffsetDateTime settleBy) {
    long millis = Math.round(Duration.between(start, settleBy).toMillis() * share);
    return start.plus(Duration.ofMillis(millis));
  }

  /** Share of the whole limit after which the owner is warned, 0 to 1. */
  public double share() {
    return warnShare == null ? USUAL_WARN_SHARE : warnShare;
  }
}

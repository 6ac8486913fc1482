package city.whistle.workers.calendar;

import java.time.Duration;
import java.time.LocalDate;

/**
 * A day on the way from a moment to a limit.
 *
 * @param name of the holiday, or of the make-up work; null for ordinary days
 * @param counts whether its time counts
 * @param ordinal which counted day after the first day it is; 0 for the first, which the limit
 *     begins in, and for days that don't count
 * @param time how much of it counts between the two moments
 */
public record CountedDay(
    LocalDate date, Kind kind, String name, boolean counts, int ordinal, Duration time) {

  /** What sort of day it is. */
  public enum Kind {
    WORKDAY,
    WEEKEND,
    /** Off, though it may fall on a workday. */
    HOLIDAY,
    /** Worked, though it falls on a weekend. */
    MAKE_UP
  }
}

package city.whistle.app.day;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The months of the assessment in which a day's callbacks fall. The player counts them by itself: a
 * month runs from the 19th of the month before.
 *
 * @param first that of the day
 * @param last that in which the last case ended
 */
record Months(YearMonth first, YearMonth last) {

  private static final int FIRST_DAY = 19;

  /** Figures are computed in the evening of the first day after, and checked within days. */
  private static final Duration CHECKED_WITHIN = Duration.ofDays(4);

  Months(DayPlan plan, Instant ended) {
    this(of(plan.begins()), of(ended));
  }

  static YearMonth of(Instant time) {
    var at = time.atZone(DayPlan.CITY);
    YearMonth month = YearMonth.from(at);
    return at.getDayOfMonth() >= FIRST_DAY ? month.plusMonths(1) : month;
  }

  static Instant begins(YearMonth month) {
    return month.minusMonths(1).atDay(FIRST_DAY).atStartOfDay(DayPlan.CITY).toInstant();
  }

  static Instant ends(YearMonth month) {
    return begins(month.plusMonths(1));
  }

  List<YearMonth> all() {
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .toList();
  }

  /** When the last one's figures are published. */
  Instant figuresDue() {
    return ends(last).plus(CHECKED_WITHIN);
  }
}

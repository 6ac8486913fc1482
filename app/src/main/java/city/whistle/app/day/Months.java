package city.whistle.app.day;

import city.whistle.app.example.AssessmentMonth;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The months of the assessment in which a day's callbacks fall.
 *
 * @param first that of the day
 * @param last that in which the last case ended
 */
record Months(YearMonth first, YearMonth last) {

  /** Figures are computed in the evening of the first day after, and checked within days. */
  private static final Duration CHECKED_WITHIN = Duration.ofDays(4);

  private static final Duration FINAL_WITHIN = Duration.ofDays(75);

  Months(DayPlan plan, Instant ended) {
    this(AssessmentMonth.of(plan.begins()), AssessmentMonth.of(ended));
  }

  List<YearMonth> all() {
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .toList();
  }

  /** By then they are final, however many appeal, and themes that were begun are reviewed. */
  Instant latest() {
    return AssessmentMonth.ends(last).plus(FINAL_WITHIN);
  }

  /** When the last one's figures are published. */
  Instant figuresDue() {
    return AssessmentMonth.ends(last).plus(CHECKED_WITHIN);
  }
}

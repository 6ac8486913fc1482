package city.whistle.workers.lane;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Map;

/**
 * What a third party scored.
 *
 * @param quarter whether it is of a whole quarter, rather than of a month
 * @param month the month, or the last one of the quarter
 * @param score 0 to 100
 * @param lost points lost, by disorder; empty where nobody said
 */
public record LaneCheck(
    boolean quarter,
    YearMonth month,
    BigDecimal score,
    Map<String, BigDecimal> lost,
    OffsetDateTime recordedAt) {

  /** Such as {@code 2026-Q1} or {@code 2026-04}. */
  public String period() {
    return quarter
        ? month.getYear() + "-Q" + month.atDay(1).get(IsoFields.QUARTER_OF_YEAR)
        : month.toString();
  }

  /** The day after its time, from which on it has its effect. */
  LocalDate effectiveFrom() {
    return month.plusMonths(1).atDay(1);
  }
}

package city.whistle.app.example;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * Months of the assessment as a player counts them, by itself: each runs from the 19th of the month
 * before.
 */
public final class AssessmentMonth {

  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
  private static final int FIRST_DAY = 19;

  private AssessmentMonth() {}

  /** In which a moment lies. */
  public static YearMonth of(Instant time) {
    var at = time.atZone(CITY);
    YearMonth month = YearMonth.from(at);
    return at.getDayOfMonth() >= FIRST_DAY ? month.plusMonths(1) : month;
  }

  /** Its first moment. */
  public static Instant begins(YearMonth month) {
    return month.minusMonths(1).atDay(FIRST_DAY).atStartOfDay(CITY).toInstant();
  }

  /** The first moment after it. */
  public static Instant ends(YearMonth month) {
    return begins(month.plusMonths(1));
  }
}

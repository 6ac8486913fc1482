package city.whistle.workers;

import java.time.YearMonth;

/** Months to which no other test of the same database comes: what was published of one stays. */
public final class FreeMonths {

  private static final YearMonth FIRST_YEAR = YearMonth.parse("2060-01");

  private static YearMonth month = YearMonth.parse("2041-01");
  private static YearMonth year = FIRST_YEAR;

  private FreeMonths() {}

  /** One that is free, as is the one after it. */
  public static synchronized YearMonth month() {
    YearMonth free = month;
    month = month.plusMonths(2);
    if (!month.isBefore(FIRST_YEAR)) {
      throw new IllegalStateException("begin with earlier months: these meet the years");
    }
    return free;
  }

  /** The first of as many years that are free. */
  public static synchronized YearMonth january(int years) {
    YearMonth free = year;
    year = year.plusYears(years);
    return free;
  }
}

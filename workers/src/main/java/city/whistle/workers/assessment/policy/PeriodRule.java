package city.whistle.workers.assessment.policy;

import city.whistle.workers.calendar.CityTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;

/**
 * When a month of the assessment begins, at midnight of the city's time. It ends where the next one
 * begins.
 *
 * @param firstDay day of the calendar month, 1 to 28
 * @param inMonthBefore whether it is a day of the calendar month before
 */
public record PeriodRule(int firstDay, boolean inMonthBefore) {

  public PeriodRule {
    if (firstDay < 1 || firstDay > 28) {
      throw new IllegalArgumentException("a period's first day must be 1 to 28, not " + firstDay);
    }
  }

  OffsetDateTime begin(YearMonth month) {
    YearMonth calendarMonth = inMonthBefore ? month.minusMonths(1) : month;
    return calendarMonth.atDay(firstDay).atStartOfDay(CityTime.ZONE).toOffsetDateTime();
  }
}

package city.whistle.workers.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Working days: Monday to Friday, except where a row of {@code calendar_day} says otherwise. */
@Component
public class WorkCalendar {

  private final JdbcClient jdbc;

  WorkCalendar(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The day that is {@code days} working days after {@code from}, which itself never counts.
   *
   * @param days 0 to 1000; 0 gives {@code from}
   */
  public LocalDate plusWorkingDays(LocalDate from, int days) {
    if (days < 0 || days > 1000) {
      throw new IllegalArgumentException("working days must be 0 to 1000, not " + days);
    }
    Map<LocalDate, Boolean> exceptions = exceptionsAfter(from, days);
    LocalDate day = from;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      if (exceptions.getOrDefault(day, !isWeekend(day))) {
        left--;
      }
    }
    return day;
  }

  private Map<LocalDate, Boolean> exceptionsAfter(LocalDate from, int days) {
    return jdbc
        .sql("select day, working from registry.calendar_day where day > ? and day <= ?")
        .param(from)
        .param(from.plusDays(days * 3L + 30))
        .query(
            (row, n) -> Map.entry(row.getObject("day", LocalDate.class), row.getBoolean("working")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}

package city.whistle.workers.calendar;

import city.whistle.workers.calendar.CountedDay.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    Map<LocalDate, Exempt> exceptions = exceptions(from, reach(from, days));
    LocalDate day = from;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      if (isWorking(day, exceptions)) {
        left--;
      }
    }
    return day;
  }

  /** The working days from the first day to before the end, which lie a few years apart at most. */
  public Set<LocalDate> workingDays(LocalDate from, LocalDate end) {
    Map<LocalDate, Exempt> exceptions = exceptions(from, end);
    return from.datesUntil(end)
        .filter(day -> isWorking(day, exceptions))
        .collect(Collectors.toSet());
  }

  /** How much of the time between falls on working days, all 24 hours of them. */
  Duration workingTime(OffsetDateTime from, OffsetDateTime to) {
    ZonedDateTime start = from.atZoneSameInstant(CityTime.ZONE);
    ZonedDateTime end = to.atZoneSameInstant(CityTime.ZONE);
    Map<LocalDate, Exempt> exceptions = exceptions(start.toLocalDate(), end.toLocalDate());
    Duration sum = Duration.ZERO;
    while (start.isBefore(end)) {
      ZonedDateTime next = earlier(midnightAfter(start), end);
      if (isWorking(start.toLocalDate(), exceptions)) {
        sum = sum.plus(Duration.between(start, next));
      }
      start = next;
    }
    return sum;
  }

  /** The moment when {@code time} of working days has passed since {@code from}. */
  OffsetDateTime plusWorkingTime(OffsetDateTime from, Duration time) {
    ZonedDateTime start = from.atZoneSameInstant(CityTime.ZONE);
    Map<LocalDate, Exempt> exceptions =
        exceptions(start.toLocalDate(), reach(start.toLocalDate(), time.toDays() + 1));
    Duration left = time;
    while (!left.isZero()) {
      ZonedDateTime next = midnightAfter(start);
      Duration untilNext = Duration.between(start, next);
      boolean working = isWorking(start.toLocalDate(), exceptions);
      if (working && left.compareTo(untilNext) <= 0) {
        return start.plus(left).toOffsetDateTime();
      }
      left = working ? left.minus(untilNext) : left;
      start = next;
    }
    return start.toOffsetDateTime();
  }

  /**
   * The days from one moment to another, both included, at most so many.
   *
   * @param onWorkingDays whether time counts on working days alone
   */
  List<CountedDay> days(OffsetDateTime from, OffsetDateTime to, boolean onWorkingDays, int max) {
    ZonedDateTime start = from.atZoneSameInstant(CityTime.ZONE);
    ZonedDateTime end = to.atZoneSameInstant(CityTime.ZONE);
    Map<LocalDate, Exempt> exceptions = exceptions(start.toLocalDate(), end.toLocalDate());
    List<CountedDay> days = new ArrayList<>();
    int ordinal = 0;
    while (days.size() < max && !start.toLocalDate().isAfter(end.toLocalDate())) {
      ZonedDateTime next = earlier(midnightAfter(start), end);
      LocalDate date = start.toLocalDate();
      boolean counts = !onWorkingDays || isWorking(date, exceptions);
      boolean numbered = counts && !days.isEmpty();
      Duration time = counts ? Duration.between(start, next) : Duration.ZERO;
      days.add(day(date, exceptions.get(date), counts, numbered ? ++ordinal : 0, time));
      start = midnightAfter(start);
    }
    return days;
  }

  private static CountedDay day(
      LocalDate date, Exempt exempt, boolean counts, int ordinal, Duration time) {
    String name = exempt == null ? null : exempt.name();
    Kind kind = isWeekend(date) ? Kind.WEEKEND : Kind.WORKDAY;
    if (exempt != null && !exempt.working()) {
      kind = Kind.HOLIDAY;
    } else if (exempt != null && kind == Kind.WEEKEND) {
      kind = Kind.MAKE_UP;
    }
    return new CountedDay(date, kind, name, counts, ordinal, time);
  }

  /** Whether the holidays of all these years are announced. */
  boolean announced(int firstYear, int lastYear) {
    return jdbc.sql(
                """
                select count(distinct extract(year from day)) from registry.calendar_day
                where announced and extract(year from day) between ? and ?""")
            .params(firstYear, lastYear)
            .query(Integer.class)
            .single()
        == lastYear - firstYear + 1;
  }

  private static ZonedDateTime midnightAfter(ZonedDateTime moment) {
    return moment.toLocalDate().plusDays(1).atStartOfDay(moment.getZone());
  }

  private static ZonedDateTime earlier(ZonedDateTime one, ZonedDateTime other) {
    return one.isBefore(other) ? one : other;
  }

  private static boolean isWorking(LocalDate day, Map<LocalDate, Exempt> exceptions) {
    Exempt exempt = exceptions.get(day);
    return exempt == null ? !isWeekend(day) : exempt.working();
  }

  /** A day that surely lies behind so many working days, whatever the holidays. */
  private static LocalDate reach(LocalDate from, long workingDays) {
    return from.plusDays(workingDays * 3 + 30);
  }

  private Map<LocalDate, Exempt> exceptions(LocalDate from, LocalDate to) {
    return jdbc
        .sql("select day, working, name from registry.calendar_day where day >= ? and day <= ?")
        .param(from)
        .param(to)
        .query(
            (row, n) ->
                Map.entry(
                    row.getObject("day", LocalDate.class),
                    new Exempt(row.getBoolean("working"), row.getString("name"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** A day that differs from the rule. */
  private record Exempt(boolean working, String name) {}
}

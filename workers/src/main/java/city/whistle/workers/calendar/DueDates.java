package city.whistle.workers.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Adds a limit to a moment. Hours and minutes run on round the clock (units sign for cases 7 × 24);
 * days are calendar days, or working days where the limit's basis says so, and keep the time of
 * day.
 */
@Component
public class DueDates {

  /** As FEEL's {@code duration()} reads it, too; bounded, so that no date overflows. */
  private static final Pattern LIMIT =
      Pattern.compile("P(\\d{1,4}D)?(T(?=\\d)(\\d{1,5}H)?(\\d{1,5}M)?(\\d{1,5}S)?)?");

  private static final int DAYS_MAX = 400;

  private final WorkCalendar calendar;

  DueDates(WorkCalendar calendar) {
    this.calendar = calendar;
  }

  /**
   * @param within ISO 8601 duration such as {@code PT2H}, {@code P7D} or {@code P1DT12H}
   * @throws IllegalArgumentException where it is not one, or negative
   */
  public OffsetDateTime after(OffsetDateTime start, String within, Basis basis) {
    Limit limit = Limit.parse(within);
    ZonedDateTime from = start.atZoneSameInstant(CityTime.ZONE);
    LocalDate day =
        basis == Basis.WORKING
            ? calendar.plusWorkingDays(from.toLocalDate(), limit.days())
            : from.toLocalDate().plusDays(limit.days());
    return from.with(day).plus(limit.rest()).toOffsetDateTime();
  }

  /** Whether that is a limit such as {@code PT2H} or {@code P1DT12H}, longer than nothing. */
  public static boolean isLimit(String within) {
    return LIMIT.matcher(within).matches()
        && within.length() > 2
        && !within.replaceAll("[^1-9]", "").isEmpty();
  }

  /**
   * The moment when {@code rest} of counted time has run since {@code start}. On the working basis
   * time counts during the 24 hours of each working day, so that a clock that was stopped loses
   * nothing to holidays.
   *
   * @param rest not negative
   */
  public OffsetDateTime after(OffsetDateTime start, Duration rest, Basis basis) {
    return basis == Basis.WORKING ? calendar.plusWorkingTime(start, rest) : start.plus(rest);
  }

  /** How much counted time is left until {@code due}; zero where that has passed. */
  public Duration rest(OffsetDateTime now, OffsetDateTime due, Basis basis) {
    if (!due.isAfter(now)) {
      return Duration.ZERO;
    }
    return basis == Basis.WORKING ? calendar.workingTime(now, due) : Duration.between(now, due);
  }

  /**
   * Whether {@code due} may still move: working days count, and the holidays of a year on the way
   * are not announced yet.
   */
  public boolean provisional(OffsetDateTime start, OffsetDateTime due, Basis basis) {
    return basis == Basis.WORKING
        && !calendar.announced(
            start.atZoneSameInstant(CityTime.ZONE).getYear(),
            due.atZoneSameInstant(CityTime.ZONE).getYear());
  }

  /**
   * Day by day how time counts from one moment to another: the last day is the one of the limit
   * that {@link #after(OffsetDateTime, String, Basis)} gives, with the number of the limit's days.
   *
   * @return at most 400 days, the first first
   */
  public List<CountedDay> days(OffsetDateTime from, OffsetDateTime to, Basis basis) {
    return calendar.days(from, to, basis == Basis.WORKING, DAYS_MAX);
  }

  public OffsetDateTime after(OffsetDateTime start, String within) {
    return after(start, within, Basis.CALENDAR);
  }

  /** Which days count. */
  public enum Basis {
    CALENDAR,
    WORKING;

    /**
     * Reads {@code calendar} or {@code working}; anything else counts calendar days, the stricter
     * reading.
     */
    public static Basis of(String name) {
      return "working".equals(name) ? WORKING : CALENDAR;
    }

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Limit(int days, Duration rest) {

    static Limit parse(String text) {
      try {
        int time = text.indexOf('T');
        Period date =
            time == 1 ? Period.ZERO : Period.parse(time < 0 ? text : text.substring(0, time));
        Duration rest = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
        if (date.toTotalMonths() != 0 || date.isNegative() || rest.isNegative()) {
          throw notALimit(text);
        }
        return new Limit(date.getDays(), rest);
      } catch (DateTimeParseException e) {
        throw notALimit(text);
      }
    }

    private static IllegalArgumentException notALimit(String text) {
      return new IllegalArgumentException(
          "a limit must be a positive ISO 8601 duration of days, hours, minutes such as P7D, not "
              + text);
    }
  }
}

package city.whistle.workers.theme;

import city.whistle.workers.calendar.CityTime;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.stream.IntStream;

/**
 * The spans that a month's proposals are counted over.
 *
 * @param month the theme's
 * @param from first moment of the months looked at
 * @param to the moment after them: the month's beginning, or today's where that is to come
 * @param years how many earlier years they are held against
 */
record Months(YearMonth month, OffsetDateTime from, OffsetDateTime to, int years) {

  static Months of(YearMonth month, LocalDate today, ThemePolicy policy) {
    LocalDate to = month.atDay(1).isAfter(today) ? today : month.atDay(1);
    return new Months(
        month, moment(to.minusMonths(policy.lookBackMonths())), moment(to), policy.years());
  }

  /** The day's first moment in the city. */
  static OffsetDateTime moment(LocalDate day) {
    return day.atStartOfDay(CityTime.ZONE).toOffsetDateTime();
  }

  /** The first moment of the theme's month, a year, two years … before. */
  String[] comings() {
    return before(year -> month.atDay(1).minusYears(1L * year));
  }

  String[] ends() {
    return before(year -> month.plusMonths(1).atDay(1).minusYears(1L * year));
  }

  /** The twelve months that end with it. */
  String[] yearsBefore() {
    return before(year -> month.plusMonths(1).atDay(1).minusYears(1L + year));
  }

  String[] froms() {
    return shifted(from);
  }

  String[] tos() {
    return shifted(to);
  }

  private String[] shifted(OffsetDateTime moment) {
    return before(year -> moment.toLocalDate().minusYears(1L * year));
  }

  private String[] before(IntToDay day) {
    return IntStream.rangeClosed(1, years)
        .mapToObj(year -> moment(day.at(year)).toString())
        .toArray(String[]::new);
  }

  @FunctionalInterface
  private interface IntToDay {
    LocalDate at(int year);
  }
}

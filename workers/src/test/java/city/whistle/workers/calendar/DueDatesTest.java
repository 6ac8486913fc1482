package city.whistle.workers.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.calendar.DueDates.Basis;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class DueDatesTest {

  @Autowired private DueDates dueDates;
  @Autowired private WorkCalendar calendar;

  @ParameterizedTest
  @CsvSource({
    "2026-03-27T10:00:00+08:00,PT2H,2026-03-27T12:00:00+08:00",
    "2026-03-27T23:00:00+08:00,PT2H,2026-03-28T01:00:00+08:00",
    "2026-03-27T10:00:00+08:00,P7D,2026-04-03T10:00:00+08:00",
    "2026-03-27T20:00:00Z,P1D,2026-03-29T04:00:00+08:00",
    "2026-03-27T10:00:00+08:00,P1DT12H,2026-03-28T22:00:00+08:00"
  })
  void countsCalendarDays(OffsetDateTime start, String within, OffsetDateTime due) {
    assertThat(dueDates.after(start, within)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    // a weekend; the Qingming days; the Spring Festival with its working Saturday before
    "2026-03-27T10:00:00+08:00,P1D,2026-03-30T10:00:00+08:00",
    "2026-04-03T10:00:00+08:00,P1D,2026-04-07T10:00:00+08:00",
    "2026-02-13T10:00:00+08:00,P2D,2026-02-24T10:00:00+08:00",
    "2026-03-27T10:00:00+08:00,PT2H,2026-03-27T12:00:00+08:00",
    // a working Sunday before the Spring Festival of 2025; its National Day and Mid-Autumn
    "2025-01-24T10:00:00+08:00,P3D,2025-02-05T10:00:00+08:00",
    "2025-09-30T10:00:00+08:00,P3D,2025-10-11T10:00:00+08:00"
  })
  void countsWorkingDays(OffsetDateTime start, String within, OffsetDateTime due) {
    assertThat(dueDates.after(start, within, Basis.WORKING)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    // within a day; over a weekend; over the Qingming days; from and to days off; none
    "2026-03-27T10:00:00+08:00,2026-03-27T12:30:00+08:00,PT2H30M",
    "2026-03-27T10:00:00+08:00,2026-03-30T09:00:00+08:00,PT23H",
    "2026-04-03T18:00:00+08:00,2026-04-07T18:00:00+08:00,PT24H",
    "2026-04-04T18:00:00+08:00,2026-04-06T18:00:00+08:00,PT0S",
    "2026-03-27T10:00:00+08:00,2026-03-26T10:00:00+08:00,PT0S"
  })
  void countsTheWorkingTimeThatIsLeft(OffsetDateTime now, OffsetDateTime due, Duration rest) {
    assertThat(dueDates.rest(now, due, Basis.WORKING)).isEqualTo(rest);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-27T10:00:00+08:00,PT2H30M,2026-03-27T12:30:00+08:00",
    "2026-03-27T10:00:00+08:00,PT23H,2026-03-30T09:00:00+08:00",
    "2026-04-04T08:00:00+08:00,PT1H,2026-04-07T01:00:00+08:00",
    "2026-03-27T10:00:00+08:00,PT14H,2026-03-28T00:00:00+08:00",
    "2026-04-04T08:00:00+08:00,PT0S,2026-04-04T08:00:00+08:00"
  })
  void letsWorkingTimeRunOn(OffsetDateTime start, Duration rest, OffsetDateTime due) {
    assertThat(dueDates.after(start, rest, Basis.WORKING)).isEqualTo(due);
  }

  @Test
  void tellsDayByDayWhatCountsOverTheNationalDayAndItsWorkingSunday() {
    OffsetDateTime start = OffsetDateTime.parse("2025-09-27T10:00:00+08:00");
    List<CountedDay> days =
        dueDates.days(start, dueDates.after(start, "P4D", Basis.WORKING), Basis.WORKING);

    assertThat(days.stream().filter(CountedDay::counts))
        .extracting(day -> day.ordinal() + " " + day.date() + " " + day.kind())
        .containsExactly(
            "1 2025-09-28 MAKE_UP",
            "2 2025-09-29 WORKDAY",
            "3 2025-09-30 WORKDAY",
            "4 2025-10-09 WORKDAY");
    assertThat(days.stream().filter(day -> !day.counts()))
        .extracting(CountedDay::name)
        .containsOnly(null, "国庆节、中秋节")
        .hasSize(9);
  }

  @Test
  void countsDayByDayAsManyDaysAsTheLimitHasAndAsMuchTimeAsIsLeft() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      Basis basis = random.nextBoolean() ? Basis.WORKING : Basis.CALENDAR;
      int limit = 1 + random.nextInt(15);
      OffsetDateTime start =
          OffsetDateTime.parse("2025-01-01T00:00:00+08:00").plusHours(random.nextInt(15_000));
      OffsetDateTime due = dueDates.after(start, "P" + limit + "D", basis);
      List<CountedDay> days = dueDates.days(start, due, basis);

      String about = "seed " + seed + ": " + limit + " days from " + start + " " + basis;
      CountedDay last = days.get(days.size() - 1);
      assertThat(last.date()).as(about).isEqualTo(due.toLocalDate());
      assertThat(last.ordinal()).as(about).isEqualTo(limit);
      assertThat(days.stream().map(CountedDay::time).reduce(Duration.ZERO, Duration::plus))
          .as(about)
          .isEqualTo(dueDates.rest(start, due, basis));
    }
  }

  @Test
  void callsWorkingDaysProvisionalWhereAYearIsNotAnnounced() {
    OffsetDateTime newYearsEve = OffsetDateTime.parse("2026-12-31T10:00:00+08:00");

    assertThat(dueDates.provisional(newYearsEve, newYearsEve.plusDays(7), Basis.WORKING)).isTrue();
    assertThat(dueDates.provisional(newYearsEve, newYearsEve.plusDays(7), Basis.CALENDAR))
        .isFalse();
    assertThat(dueDates.provisional(newYearsEve.minusDays(7), newYearsEve, Basis.WORKING))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"seven days", "P1M", "-P1D", "PT-1H", ""})
  void refusesWhatIsNoLimit(String within) {
    assertThatThrownBy(() -> dueDates.after(OffsetDateTime.parse("2026-03-27T10:00:00Z"), within))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("P7D");
  }

  @Test
  void worksOnAShiftedSunday() {
    assertThat(calendar.plusWorkingDays(LocalDate.parse("2026-09-19"), 1))
        .isEqualTo(LocalDate.parse("2026-09-20"));
  }
}

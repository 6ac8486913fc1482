package city.whistle.workers.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandingTest {

  private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-01-05T10:00:00+08:00");
  private static final List<LanePolicy> RULES =
      List.of(
          new LanePolicy(
              LocalDate.parse("2017-01-01"),
              List.of(),
              List.of(),
              "P1D",
              7,
              new LanePolicy.Scores(new BigDecimal(90), 3)));

  @Test
  void isLostByAQuarterUnderNinetyFromTheDayAfterIt() {
    assertThat(at("2026-04-01", "2026-Q1 89.9"))
        .isEqualTo(new Standing(false, List.of(lost("2026-04-01", "2026-Q1"))));
    assertThat(at("2026-03-31", "2026-Q1 89.9").holds()).isTrue();
    assertThat(at("2026-04-01", "2026-Q1 90.0").holds()).isTrue();
  }

  @Test
  void comesBackAfterThreeMonthsAtNinety() {
    Standing standing =
        at("2026-08-01", "2026-Q1 80", "2026-04 90", "2026-05 95", "2026-06 90", "2026-07 90");

    assertThat(standing.holds()).isTrue();
    assertThat(standing.changes())
        .containsExactly(
            lost("2026-04-01", "2026-Q1"),
            new Standing.Change(LocalDate.parse("2026-07-01"), true, "2026-06"));
  }

  @Test
  void doesNotComeBackByMonthsWithAGap() {
    assertThat(at("2026-09-01", "2026-Q1 80", "2026-04 95", "2026-05 95", "2026-07 95").holds())
        .isFalse();
    assertThat(at("2026-09-01", "2026-Q1 80", "2026-04 95", "2026-05 89", "2026-06 95").holds())
        .isFalse();
  }

  @Test
  void countsTheMonthInWhichAQuarterEndsOnce() {
    assertThat(at("2026-08-01", "2026-Q1 80", "2026-05 95", "2026-06 95", "2026-Q2 95").holds())
        .isFalse();
  }

  @Test
  void staysWhereAQuarterWasNotChecked() {
    assertThat(at("2026-12-01").holds()).isTrue();
    assertThat(at("2026-12-01", "2026-Q1 80").holds()).isFalse();
  }

  private static Standing.Change lost(String on, String period) {
    return new Standing.Change(LocalDate.parse(on), false, period);
  }

  private static Standing at(String today, String... checks) {
    return Standing.of(
        Stream.of(checks).map(StandingTest::check).toList(), RULES, LocalDate.parse(today));
  }

  private static LaneCheck check(String text) {
    String[] parts = text.split(" ");
    boolean quarter = parts[0].contains("Q");
    YearMonth month =
        quarter
            ? YearMonth.of(
                Integer.parseInt(parts[0].substring(0, 4)),
                3 * Integer.parseInt(parts[0].substring(6)))
            : YearMonth.parse(parts[0]);
    return new LaneCheck(quarter, month, new BigDecimal(parts[1]), Map.of(), THEN);
  }
}

package city.whistle.app.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class MonthsTest {

  private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

  @Test
  void beginWithTheNineteenthOfTheMonthBefore() {
    assertThat(Months.begins(DECEMBER)).isEqualTo(Instant.parse("2026-11-18T16:00:00Z"));
  }

  @Test
  void holdTheDayBeforeTheNineteenth() {
    assertThat(Months.of(Instant.parse("2026-12-18T15:59:59Z"))).isEqualTo(DECEMBER);
  }

  @Test
  void holdTheNineteenthInTheNextMonth() {
    assertThat(Months.of(Instant.parse("2026-12-18T16:00:00Z"))).isEqualTo(YearMonth.of(2027, 1));
  }

  @Test
  void areAllFromTheDayToTheLastEnd() {
    assertThat(new Months(DECEMBER, YearMonth.of(2027, 2)).all())
        .containsExactly(DECEMBER, YearMonth.of(2027, 1), YearMonth.of(2027, 2));
  }
}

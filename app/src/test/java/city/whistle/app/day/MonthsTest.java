package city.whistle.app.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class MonthsTest {

  private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

  @Test
  void areAllFromTheDayToTheLastEnd() {
    assertThat(new Months(DECEMBER, YearMonth.of(2027, 2)).all())
        .containsExactly(DECEMBER, YearMonth.of(2027, 1), YearMonth.of(2027, 2));
  }
}

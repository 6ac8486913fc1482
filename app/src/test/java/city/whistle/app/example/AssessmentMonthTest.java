package city.whistle.app.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class AssessmentMonthTest {

  private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

  @Test
  void beginsWithTheNineteenthOfTheMonthBefore() {
    assertThat(AssessmentMonth.begins(DECEMBER)).isEqualTo(Instant.parse("2026-11-18T16:00:00Z"));
  }

  @Test
  void holdsTheDayBeforeTheNineteenth() {
    assertThat(AssessmentMonth.of(Instant.parse("2026-12-18T15:59:59Z"))).isEqualTo(DECEMBER);
  }

  @Test
  void leavesTheNineteenthToTheNextMonth() {
    assertThat(AssessmentMonth.of(Instant.parse("2026-12-18T16:00:00Z")))
        .isEqualTo(YearMonth.of(2027, 1));
  }
}

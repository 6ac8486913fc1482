package city.whistle.workers.burst;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BurstRuleTest {

  private static final BurstRule RULE =
      new BurstRule(LocalDate.of(2019, 1, 1), 8, 4, 6, "PT2H", "test");

  @Test
  void needsMoreThanAQuietPlaceEverHas() {
    int[] quiet = {0, 0, 1, 0, 0, 0, 0, 1};

    assertThat(RULE.isBurst(5, quiet)).isFalse();
    assertThat(RULE.isBurst(6, quiet)).isTrue();
  }

  @Test
  void expectsMuchWhereMuchIsUsual() {
    int[] busy = {20, 22, 19, 21, 20, 24, 18, 20};

    assertThat(RULE.isBurst(25, busy)).isFalse();
    assertThat(RULE.isBurst(40, busy)).isTrue();
  }

  /** One week of storms neither hides the next nor makes a quiet hour a burst. */
  @Test
  void forgetsOneWeekOfStorms() {
    int[] storm = {0, 0, 90, 0, 1, 0, 0, 0};

    assertThat(RULE.isBurst(9, storm)).isTrue();
  }

  @Test
  void takesTheMiddleOfTwoWhereTheyAreEven() {
    assertThat(BurstRule.median(new int[] {1, 4, 2, 3})).isEqualTo(2.5);
    assertThat(BurstRule.median(new int[] {})).isZero();
  }
}

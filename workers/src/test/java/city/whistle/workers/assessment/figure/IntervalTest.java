package city.whistle.workers.assessment.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

  @ParameterizedTest
  @CsvSource({
    // as published with Wilson's interval
    "81, 263, 25.53, 36.62",
    "15, 148, 6.24,  16.05",
    "0,  20,  0.00,  16.11",
    "1,  29,  0.61,  17.18",
    "20, 20,  83.89, 100.00",
  })
  void isWilsonsForARate(long part, long all, double low, double high) {
    Interval interval = Interval.wilson(new Ratio(part, all), all);

    assertThat(interval.low()).isCloseTo(low, offset(.01));
    assertThat(interval.high()).isCloseTo(high, offset(.01));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "1, 2", "0, 30", "29, 30", "30, 30", "999, 1000", "500, 1000"})
  void holdsTheScoreThatIsShown(long good, long all) {
    Scored unit = Answers.unit("one", good, all);

    Interval interval = unit.estimate().interval();
    double shown = 100.0 * good / all;
    assertThat(interval.low()).isLessThanOrEqualTo(shown).isGreaterThanOrEqualTo(0);
    assertThat(interval.high()).isGreaterThanOrEqualTo(shown).isLessThanOrEqualTo(100);
  }

  @Test
  void saysLittleOfOneCase() {
    Interval interval = Answers.unit("one", 1, 1).estimate().interval();

    assertThat(interval.high() - interval.low()).isGreaterThan(60);
  }

  @Test
  void narrowsAsCasesBecomeMany() {
    assertThat(width(9_000, 10_000)).isLessThan(width(900, 1_000)).isLessThan(1.3);
    assertThat(width(900, 1_000)).isLessThan(width(9, 10));
  }

  @Test
  void holdsTheTruthAsOftenAsItSays() {
    Random random = new Random(20260327);
    int held = 0;
    for (int trial = 0; trial < 2000; trial++) {
      long good = random.ints(120).filter(x -> Math.floorMod(x, 100) < 92).count();
      Interval interval = Answers.unit("one", good, 120).estimate().interval();
      held += interval.low() <= 92 && 92 <= interval.high() ? 1 : 0;
    }
    assertThat(held).isBetween(1860, 1960);
  }

  private static double width(long good, long all) {
    Interval interval = Answers.unit("one", good, all).estimate().interval();
    return interval.high() - interval.low();
  }
}

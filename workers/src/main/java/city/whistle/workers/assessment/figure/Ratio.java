package city.whistle.workers.assessment.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A share, kept as its integers: it is made and rounded only where it is shown.
 *
 * @param numerator 0 to {@code denominator}
 * @param denominator 0 where there was nothing to count, and then there is no share
 */
public record Ratio(long numerator, long denominator) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Ratio {
    if (numerator < 0 || numerator > denominator) {
      throw new IllegalArgumentException(
          "a share must be 0 to 1, not " + numerator + "/" + denominator);
    }
  }

  /**
   * In points of 100, rounded half up; empty where nothing was counted.
   *
   * @param decimals 0 or more
   */
  public Optional<BigDecimal> points(int decimals) {
    return denominator == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(numerator)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP));
  }
}

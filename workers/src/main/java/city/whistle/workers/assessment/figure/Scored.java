package city.whistle.workers.assessment.figure;

import java.math.BigDecimal;

/**
 * A unit that can be ranked.
 *
 * @param score as it is shown; null where nothing was counted
 */
public record Scored(String unit, Counts counts, BigDecimal score, Estimate estimate) {

  /** By these weights, with so many decimals. */
  public static Scored of(String unit, Counts counts, Weights weights, int decimals) {
    return new Scored(
        unit,
        counts,
        weights.score(counts).points(decimals).orElse(null),
        weights.scoreEstimate(counts));
  }

  boolean hasScore() {
    return score != null;
  }
}

package city.whistle.workers.assessment.view;

import city.whistle.workers.assessment.figure.Interval;
import city.whistle.workers.assessment.figure.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A rate or a score in points, with the interval in which its true value lies in 95 of 100 cases.
 */
public record RateView(BigDecimal points, BigDecimal low, BigDecimal high) {

  /** Null where nothing was counted. */
  static RateView of(Ratio rate, long n, int decimals) {
    return rate.points(decimals)
        .map(points -> of(points, Interval.wilson(rate, n), decimals))
        .orElse(null);
  }

  static RateView of(BigDecimal points, Interval interval, int decimals) {
    return new RateView(
        points,
        BigDecimal.valueOf(interval.low()).setScale(decimals, RoundingMode.FLOOR),
        BigDecimal.valueOf(interval.high()).setScale(decimals, RoundingMode.CEILING));
  }
}

package city.whistle.console.ranking;

import city.whistle.workers.assessment.view.RateView;
import java.math.BigDecimal;

/** A rate or score in points, and the interval in which its true value lies in 95 of 100 cases. */
public record Points(BigDecimal points, BigDecimal low, BigDecimal high) {

  /** A minus sign that is as wide as a plus. */
  private static final String MINUS = "\u2212";

  /** Null for null. */
  static Points of(RateView view) {
    return view == null ? null : new Points(view.points(), view.low(), view.high());
  }

  /** As files have it; null for null. */
  static String plain(Points points) {
    return points == null ? null : points.points().toPlainString();
  }

  /** A difference with its sign. */
  public static String signed(BigDecimal points) {
    return switch (points.signum()) {
      case 1 -> "+" + points.toPlainString();
      case -1 -> MINUS + points.negate().toPlainString();
      default -> points.toPlainString();
    };
  }
}

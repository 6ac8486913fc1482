package city.whistle.workers.assessment.figure;

/**
 * Where the true value lies in 95 of 100 cases, in points.
 *
 * @param low 0 to {@code high}
 * @param high at most 100
 */
public record Interval(double low, double high) {

  /** The quantile of the normal distribution for 95 in 100, both sides. */
  static final double Z = 1.959963984540054;

  private static final double POINTS = 100;

  /** From shares to points, never beyond what is possible. */
  static Interval ofShares(double low, double high) {
    return new Interval(Math.max(low, 0) * POINTS, Math.min(high, 1) * POINTS);
  }

  /**
   * Wilson's score interval. For a rate whose cases count in part it is on the safe side: values
   * between 0 and 1 spread at most as yes and no of the same mean do.
   *
   * @param rate of a denominator above 0
   * @param n how many cases it is a rate of
   */
  public static Interval wilson(Ratio rate, long n) {
    double p = (double) rate.numerator() / rate.denominator();
    double zz = Z * Z / n;
    double middle = p + zz / 2;
    double half = Z * Math.sqrt(p * (1 - p) / n + zz / (4 * n));
    return ofShares((middle - half) / (1 + zz), (middle + half) / (1 + zz));
  }
}

package city.whistle.workers.assessment.figure;

/**
 * A mean of values from 0 to 1, with what chance may have done to it. As Agresti and Coull do for
 * rates, four cases are added in thought, two with 0 and two with 1 (more exactly z² of them): few
 * cases, or cases that all say the same, then don't pass for certainty.
 *
 * @param mean of the cases and those added, so nearer to the middle than what is shown
 * @param standardError above 0
 */
public record Estimate(double mean, double standardError) {

  private static final double ADDED = Interval.Z * Interval.Z;

  /**
   * @param n 0 or more values
   * @param sum of the values
   * @param squares sum of their squares
   */
  static Estimate ofValues(long n, double sum, double squares) {
    double all = n + ADDED;
    double mean = (sum + ADDED / 2) / all;
    double variance = (squares + ADDED / 2) / all - mean * mean;
    return new Estimate(mean, Math.sqrt(Math.max(variance, 0) / all));
  }

  public Interval interval() {
    double half = Interval.Z * standardError;
    return Interval.ofShares(mean - half, mean + half);
  }

  /** Whether the two differ by more than chance explains in 95 of 100 cases. */
  public boolean isApartFrom(Estimate other) {
    return Math.abs(mean - other.mean)
        > Interval.Z * Math.hypot(standardError, other.standardError);
  }
}

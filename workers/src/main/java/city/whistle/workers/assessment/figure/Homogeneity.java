package city.whistle.workers.assessment.figure;

import java.util.List;

/** Cochran's test: could all these be estimates of one and the same value? */
final class Homogeneity {

  /** The quantile of the normal distribution for 95 in 100, one side. */
  private static final double Z_ONE_SIDED = 1.6448536269514722;

  private Homogeneity() {}

  /** Whether chance alone would spread them so far in fewer than 5 of 100 cases. */
  static boolean isRejected(List<Estimate> estimates) {
    return estimates.size() > 1 && spread(estimates) > criticalValue(estimates.size() - 1);
  }

  /** Squared distances from the common mean, in units of each one's own uncertainty. */
  private static double spread(List<Estimate> estimates) {
    double weights = estimates.stream().mapToDouble(Homogeneity::weight).sum();
    double common = estimates.stream().mapToDouble(one -> weight(one) * one.mean()).sum() / weights;
    return estimates.stream()
        .mapToDouble(one -> weight(one) * (one.mean() - common) * (one.mean() - common))
        .sum();
  }

  private static double weight(Estimate estimate) {
    return 1 / (estimate.standardError() * estimate.standardError());
  }

  /** Of the chi-squared distribution, by Wilson and Hilferty, within 3 % of the tables. */
  static double criticalValue(int degreesOfFreedom) {
    double share = 2.0 / (9.0 * degreesOfFreedom);
    double root = 1 - share + Z_ONE_SIDED * Math.sqrt(share);
    return degreesOfFreedom * root * root * root;
  }
}

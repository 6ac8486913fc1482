package city.whistle.workers.burst;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * When complaints of an hour are more than expected, from a day on. Expected is the median of the
 * same hour of the same weekday in the weeks before; what is usual about it, the median of the
 * distances from that: one week of storms moves neither.
 *
 * @param weeks how many weeks before are looked at
 * @param factor how many usual deviations make a burst
 * @param atLeast fewer complaints are none, however quiet the place is
 * @param watchFor ISO 8601 duration after which a watched matter is looked at again
 * @param source where the rule comes from, or {@code assumed}
 */
record BurstRule(
    LocalDate validFrom, int weeks, double factor, int atLeast, String watchFor, String source) {

  /** Makes the median of distances a standard deviation where numbers are spread normally. */
  private static final double NORMAL = 1.4826;

  /** A place that is always the same may have one complaint more. */
  private static final double LEAST_DEVIATION = 1;

  /**
   * @param before the same hour's numbers, a week apart
   */
  boolean isBurst(int seen, int[] before) {
    double expected = median(before);
    double[] distances = Arrays.stream(before).mapToDouble(n -> Math.abs(n - expected)).toArray();
    double deviation = Math.max(NORMAL * median(distances), LEAST_DEVIATION);
    return seen >= atLeast && seen > expected + factor * deviation;
  }

  static double median(int[] numbers) {
    return median(Arrays.stream(numbers).asDoubleStream().toArray());
  }

  private static double median(double[] numbers) {
    if (numbers.length == 0) {
      return 0;
    }
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}

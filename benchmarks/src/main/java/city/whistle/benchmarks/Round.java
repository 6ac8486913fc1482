package city.whistle.benchmarks;

import java.util.Arrays;

/**
 * What one measured round saw.
 *
 * @param completed instances whose last job's completion was answered in it
 * @param nanos how long it really took
 * @param p50 of the time from the call that starts an instance to that answer, in nanoseconds; 0
 *     where nothing completed
 * @param p99 likewise
 */
record Round(int completed, long nanos, long p50, long p99) {

  private static final double SECOND = 1e9;

  /**
   * @param latencies one per completed instance, in nanoseconds
   */
  static Round of(long[] latencies, long nanos) {
    long[] sorted = latencies.clone();
    Arrays.sort(sorted);
    return new Round(sorted.length, nanos, quantile(sorted, 0.5), quantile(sorted, 0.99));
  }

  private static long quantile(long[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted.length == 0 ? 0 : sorted[Math.max(0, rank - 1)];
  }

  double perSecond() {
    return completed * SECOND / nanos;
  }
}

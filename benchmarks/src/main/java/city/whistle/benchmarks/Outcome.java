package city.whistle.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a whole run saw, warm-up included in the totals.
 *
 * @param started instances whose start was answered
 * @param completed instances that came to their end
 */
record Outcome(List<Round> rounds, int started, int completed) {

  private static final double MILLISECOND = 1e6;

  /** The middle one of the rounds. */
  double perSecond() {
    List<Round> sorted =
        rounds.stream().sorted(Comparator.comparingDouble(Round::perSecond)).toList();
    return sorted.get(sorted.size() / 2).perSecond();
  }

  double p50Millis() {
    return middle(Round::p50) / MILLISECOND;
  }

  double p99Millis() {
    return middle(Round::p99) / MILLISECOND;
  }

  private long middle(ToLongFunction<Round> value) {
    long[] sorted = rounds.stream().mapToLong(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}

package city.whistle.console.supervision;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * How long steps took.
 *
 * @param looked how many instances were looked at
 * @param all how many began in the period; more than were looked at where they are a sample
 * @param asOf when this was read
 */
record StepTimes(int looked, long all, Map<String, Times> byElement, OffsetDateTime asOf) {

  boolean isSample() {
    return looked < all;
  }

  /** Of one step: half of them took no longer than the median, nine of ten than the other. */
  record Times(int count, Duration median, Duration nineOfTen) {

    /**
     * By nearest rank: each is a time that really was.
     *
     * @param times at least one
     */
    static Times of(List<Duration> times) {
      List<Duration> sorted = times.stream().sorted().toList();
      return new Times(sorted.size(), rank(sorted, 50), rank(sorted, 90));
    }

    private static Duration rank(List<Duration> sorted, int percent) {
      return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
  }
}

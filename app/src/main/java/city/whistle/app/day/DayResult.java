package city.whistle.app.day;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How a day was played.
 *
 * @param day how long the day itself took
 * @param whole how long it took until the last case was over
 * @param ended when the last figures were published, on the clock of the city
 * @param counts how often each thing was done
 * @param books what registry, engine and assessment say
 */
public record DayResult(
    DayPlan plan,
    Duration day,
    Duration whole,
    Instant ended,
    Map<String, Long> counts,
    Books books) {

  private static final Duration LIFE = Duration.ofHours(24);

  /** Cases in a second, each played to its end. */
  public double casesInSecond() {
    return plan.callers().size() * 1e9 / Math.max(1, whole.toNanos());
  }

  /** How many times faster than life the day passed: its 24 hours over the time it took. */
  public double timesFaster() {
    return LIFE.toNanos() / (double) Math.max(1, day.toNanos());
  }

  long count(String what) {
    return counts.getOrDefault(what, 0L);
  }

  /**
   * @param statuses how many cases the registry has of each status
   * @param levels how many were given each time limit
   * @param redone how many were done again, since they were not settled
   * @param months sums of all months' figures
   */
  public record Books(
      Map<String, Long> statuses,
      Map<String, Long> levels,
      long redone,
      Sums months,
      List<Difference> differences) {}
}

package city.whistle.benchmarks.program;

import java.util.Arrays;
import java.util.Locale;

/** How long calls took, in milliseconds. */
public record Timings(double p50, double p95) {

  private static final double NANOS = 1e6;

  /**
   * @param nanos how long each took; not empty
   */
  public static Timings of(long... nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Timings(at(sorted, 0.5), at(sorted, 0.95));
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))] / NANOS;
  }

  /** One line of a table. */
  public String line(String name) {
    return String.format(Locale.ROOT, "%-44s %9.1f %9.1f", name, p50, p95);
  }
}

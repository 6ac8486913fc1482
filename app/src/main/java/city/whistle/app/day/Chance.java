package city.whistle.app.day;

import java.util.List;

/** What chance decides: for the same seed, subject and purpose the same each time. */
record Chance(long seed) {

  private static final double RANGE = 1L << 53;

  /** A number from 0 to below 1. */
  double of(long subject, String purpose) {
    long mixed = mix(mix(seed + 0x9E3779B97F4A7C15L * (subject + 1)) ^ purpose(purpose));
    return (mixed >>> 11) / RANGE;
  }

  /** True for that share of subjects. */
  boolean is(double share, long subject, String purpose) {
    return of(subject, purpose) < share;
  }

  /** A number from {@code low} to below {@code high}. */
  double between(double low, double high, long subject, String purpose) {
    return low + (high - low) * of(subject, purpose);
  }

  <T> T among(List<T> list, long subject, String purpose) {
    return list.get((int) (of(subject, purpose) * list.size()));
  }

  /** {@link String#hashCode} alone leaves alike words too near to each other. */
  private static long purpose(String text) {
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return mix(hash);
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}

package city.whistle.benchmarks;

import java.util.Arrays;

/** Collects times from any thread. */
final class Recorder {

  private long[] times = new long[1_024];
  private int size;

  synchronized void add(long nanos) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
    }
    times[size++] = nanos;
  }

  /** Takes what was collected and begins anew. */
  synchronized long[] take() {
    long[] taken = Arrays.copyOf(times, size);
    size = 0;
    return taken;
  }
}

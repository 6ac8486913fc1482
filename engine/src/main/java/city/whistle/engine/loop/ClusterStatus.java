package city.whistle.engine.loop;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The changes of the whole engine that were asked for over the management port, numbered from 1 in
 * each run: clients wait until topology shows theirs as completed.
 */
public final class ClusterStatus {

  /** The version of Camunda whose API this engine serves. */
  public static final String API_VERSION = "8.8.14";

  private final AtomicLong lastBegun = new AtomicLong();
  private final AtomicLong lastCompleted = new AtomicLong();

  /** The number of a change that begins now. */
  public long begin() {
    return lastBegun.incrementAndGet();
  }

  public void complete(long change) {
    lastCompleted.accumulateAndGet(change, Math::max);
  }

  /** The number of the last completed change, 0 before the first. */
  public long lastCompleted() {
    return lastCompleted.get();
  }
}

package city.whistle.workers.background;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of what fails again and again: each kind of failure once, and then how many rounds have
 * failed when one succeeds. Used by one thread.
 */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(RecurringTask.class);

  /** Beyond it kinds are only counted. */
  private static final int KINDS_MAX = 10;

  private final String name;
  private final Duration interval;
  private final Set<String> told = new HashSet<>();
  private long rounds;

  Failures(String name, Duration interval) {
    this.name = name;
    this.interval = interval;
  }

  void add(RuntimeException failure) {
    rounds++;
    String kind = FailureKind.of(failure);
    if (told.size() < KINDS_MAX && told.add(kind)) {
      LOG.warn("{} failed, and is tried again every {}: {}", name, interval, kind);
    }
  }

  void end() {
    if (rounds > 0) {
      LOG.info("{} works again, after {} failed rounds", name, rounds);
      rounds = 0;
      told.clear();
    }
  }
}

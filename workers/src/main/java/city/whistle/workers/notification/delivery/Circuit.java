package city.whistle.workers.notification.delivery;

import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * Whether a server is talked to. After a failure it is left alone for a while, longer each time,
 * and then tried with a single message. One thread at a time.
 */
final class Circuit {

  static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  static final Duration LAST_PAUSE = Duration.ofMinutes(5);
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);

  private int failures;
  private OffsetDateTime closedAgainAt;

  /** Where the clock went back, a pause lasts no longer than the longest. */
  boolean allows(OffsetDateTime now) {
    return failures == 0
        || !now.isBefore(closedAgainAt)
        || closedAgainAt.isAfter(now.plus(LONGEST_ASKED));
  }

  /** How many messages may be taken at once. */
  int batch(int usual) {
    return failures == 0 ? usual : 1;
  }

  /** Returns whether it had failed before. */
  boolean worked() {
    boolean recovered = failures > 0;
    failures = 0;
    return recovered;
  }

  /**
   * @param asked how long the server asks to be left alone; null where it doesn't say
   * @return until when it is left alone
   */
  OffsetDateTime failed(OffsetDateTime now, Duration asked) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
    pause = pause.compareTo(LAST_PAUSE) > 0 ? LAST_PAUSE : pause;
    if (asked != null && asked.compareTo(pause) > 0) {
      pause = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }
    failures++;
    closedAgainAt = now.plus(pause);
    return closedAgainAt;
  }

  /** Whether the last failure was the first in a row. */
  boolean justOpened() {
    return failures == 1;
  }
}

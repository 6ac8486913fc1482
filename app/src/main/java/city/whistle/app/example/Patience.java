package city.whistle.app.example;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Looks again and again for what others do, at most for a bound.
 *
 * @param bound how long at least to go on looking before giving up
 */
public record Patience(Duration bound) {

  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Returns what was found as soon as it is there; {@link NotInTime} names what didn't come. */
  public <T> T await(String what, Supplier<Optional<T>> look) {
    for (long looks = bound.dividedBy(PAUSE); looks >= 0; looks--) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new NotInTime(what, bound);
  }
}

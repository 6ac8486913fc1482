package city.whistle.console.account;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets few passwords be hashed at once: each takes 16 MB and a core for a tenth of a second, so
 * that many at once, by whomever, would fill the memory and hold up everybody else.
 */
final class HashingTurns {

  private static final int AT_ONCE = 2;
  private static final int WITH_THOSE_THAT_WAIT = 16;

  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final Semaphore places = new Semaphore(WITH_THOSE_THAT_WAIT);

  /** Waits for a turn, for whoever is known: there can't be many of them. */
  <T> T patiently(Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  /**
   * Waits for a turn where few do, about a second at most.
   *
   * @throws PasswordsBusy where many wait already
   */
  <T> T soon(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw new PasswordsBusy();
    }
    try {
      return patiently(work);
    } finally {
      places.release();
    }
  }
}

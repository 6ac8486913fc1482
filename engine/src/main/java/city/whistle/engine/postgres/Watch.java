package city.whistle.engine.postgres;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after a running PostgreSQL: starts it again where it dies under the program, and gives up
 * where that doesn't help.
 */
final class Watch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final long LOOK_EVERY_MILLIS = 1_000;

  private static final List<Duration> PAUSES =
      Stream.of(0, 1, 2, 4, 8, 15).map(Duration::ofSeconds).toList();

  private final BooleanSupplier running;
  private final Runnable restart;
  private final List<Duration> pauses;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::look, "postgresql-watch");
  private volatile Runnable whenLost = () -> {};

  /**
   * @param running whether the server runs
   * @param restart starts it again; throws {@link PostgresException} where it can't
   */
  Watch(BooleanSupplier running, Runnable restart) {
    this(running, restart, PAUSES);
  }

  /**
   * @param pauses before each try to start it again; the last try is followed by giving up
   */
  Watch(BooleanSupplier running, Runnable restart, List<Duration> pauses) {
    this.running = running;
    this.restart = restart;
    this.pauses = pauses;
    thread.setDaemon(true);
  }

  void begin() {
    thread.start();
  }

  /** Runs once, where the server is gone for good. */
  void whenLost(Runnable action) {
    whenLost = action;
  }

  private void look() {
    try {
      while (!closing.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        if (!running.getAsBoolean() && !startAgain()) {
          whenLost.run();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** True where it runs again, or is to be stopped anyway. */
  private boolean startAgain() throws InterruptedException {
    LOG.error("PostgreSQL has ended under the program; starting it again");
    for (Duration pause : pauses) {
      if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
      try {
        restart.run();
        LOG.info("PostgreSQL runs again");
        return true;
      } catch (RuntimeException e) {
        LOG.error("PostgreSQL did not start again: {}", e.getMessage());
      }
    }
    return false;
  }

  @Override
  public void close() {
    closing.countDown();
    boolean interrupted = false;
    while (thread.isAlive() && thread != Thread.currentThread()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

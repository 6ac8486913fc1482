package city.whistle.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, stopped in the opposite order. May be stopped from another thread while parts
 * are still being started: then each further one is stopped at once.
 */
final class Parts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean closed;

  /** Takes over a part that was just started, and returns it. */
  synchronized <T extends AutoCloseable> T add(T part) {
    if (closed) {
      stop(part);
      throw Refusal.failed("Stopped while starting.");
    }
    started.push(part);
    return part;
  }

  /** Stops all; once is enough, and later calls wait for the first. */
  @Override
  public synchronized void close() {
    closed = true;
    while (!started.isEmpty()) {
      stop(started.pop());
    }
  }

  private static void stop(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.error("{} did not stop cleanly", part.getClass().getSimpleName(), e);
    }
  }
}

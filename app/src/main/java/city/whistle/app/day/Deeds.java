package city.whistle.app.day;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Has many people do what they do at the same time, on threads of its own. */
final class Deeds implements AutoCloseable {

  /** They wait for answers most of the time. */
  private static final int AT_ONCE = 16;

  private final ExecutorService people;

  Deeds() {
    AtomicInteger number = new AtomicInteger();
    people =
        Executors.newFixedThreadPool(
            AT_ONCE,
            run -> {
              Thread thread = new Thread(run, "day-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Returns when all have done it; what went wrong for one is thrown then. */
  void all(List<Runnable> deeds) {
    List<Future<?>> done = new ArrayList<>();
    deeds.forEach(deed -> done.add(people.submit(deed)));
    for (Future<?> one : done) {
      try {
        one.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
      }
    }
  }

  @Override
  public void close() {
    people.shutdownNow();
  }
}

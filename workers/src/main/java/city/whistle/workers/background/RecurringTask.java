package city.whistle.workers.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the same thing every so often, and at once when woken, on a thread of its own. */
public final class RecurringTask {

  private static final Logger LOG = LoggerFactory.getLogger(RecurringTask.class);

  /** A run that takes longer is broken off. */
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final String name;
  private final Runnable task;
  private final Duration interval;
  private final AtomicBoolean woken = new AtomicBoolean();
  private final Failures failures;
  private volatile ScheduledExecutorService thread;

  /**
   * @param name of its thread
   * @param interval from the end of one run to the start of the next
   */
  public RecurringTask(String name, Runnable task, Duration interval) {
    this.name = name;
    this.task = task;
    this.interval = interval;
    this.failures = new Failures(name, interval);
  }

  /** Runs it for the first time soon. */
  public synchronized void start() {
    thread = Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, name));
    thread.scheduleWithFixedDelay(this::runSafely, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Returns when the run at hand has ended, or was broken off. */
  public synchronized void stop() {
    ScheduledExecutorService stopping = thread;
    thread = null;
    if (stopping == null) {
      return;
    }
    stopping.shutdown();
    try {
      if (!stopping.awaitTermination(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        stopping.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for nothing; the run at hand is interrupted. */
  public synchronized void breakOff() {
    if (thread != null) {
      thread.shutdownNow();
      thread = null;
    }
  }

  public boolean isRunning() {
    return thread != null;
  }

  /** Runs it soon; once, however often it is woken until then. */
  public void wake() {
    ScheduledExecutorService running = thread;
    if (running == null || !woken.compareAndSet(false, true)) {
      return;
    }
    try {
      running.execute(this::runSafely);
    } catch (RejectedExecutionException e) {
      LOG.debug("{} is stopping: it goes on after the next start", name);
    }
  }

  private void runSafely() {
    woken.set(false);
    try {
      task.run();
      failures.end();
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }
}

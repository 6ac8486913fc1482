package city.whistle.workers.background;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.SmartLifecycle;

/**
 * Work that recurs from the application's start to its stop, each part of it on a thread of its
 * own; none where its interval is zero.
 */
public abstract class BackgroundWork implements SmartLifecycle {

  private final Duration interval;
  private volatile List<RecurringTask> tasks = List.of();

  /**
   * @param interval from the end of one run to the start of the next
   */
  protected BackgroundWork(Duration interval) {
    this.interval = interval;
  }

  /** What is done, by the name of its thread. */
  protected abstract Map<String, Runnable> work();

  /** Has all of it done soon. */
  protected final void wakeAll() {
    tasks.forEach(RecurringTask::wake);
  }

  @Override
  public boolean isAutoStartup() {
    return !interval.isZero();
  }

  @Override
  public void start() {
    tasks =
        work().entrySet().stream()
            .map(part -> new RecurringTask(part.getKey(), part.getValue(), interval))
            .toList();
    tasks.forEach(RecurringTask::start);
  }

  @Override
  public void stop() {
    tasks.forEach(RecurringTask::stop);
  }

  @Override
  public boolean isRunning() {
    return tasks.stream().anyMatch(RecurringTask::isRunning);
  }

  /** Before the web server, which stops first and writes no more work then. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 5000;
  }
}

package city.whistle.engine.grpc;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.internal.ThreadExecutorMap;
import java.util.concurrent.TimeUnit;

/**
 * The thread that reads and writes a call's connection. What is written at once may go to a worker
 * whose hang-up has arrived but was not read yet, on a busy machine for long; and nobody would be
 * told, because a call that was written to its end counts as delivered.
 */
final class Connection {

  private final EventExecutor thread;

  private Connection(EventExecutor thread) {
    this.thread = thread;
  }

  /** That of the call that begins on this thread: the server begins calls where it read them. */
  static Connection current() {
    return new Connection(ThreadExecutorMap.currentExecutor());
  }

  /**
   * Runs the task on the thread once it has read what has arrived by now: what it schedules itself,
   * for whatever time, comes after its next look for what is there to read. Tasks stay in order.
   */
  void afterReading(Runnable task) {
    thread.execute(() -> thread.schedule(task, 1, TimeUnit.NANOSECONDS));
  }
}

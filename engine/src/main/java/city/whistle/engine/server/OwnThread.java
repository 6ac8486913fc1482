package city.whistle.engine.server;

import java.util.concurrent.CompletableFuture;

/**
 * Runs what blocks on a thread made for it. The common pool has one thread on a small machine: what
 * waits there keeps everybody else's work from being done.
 */
final class OwnThread {

  private OwnThread() {}

  /** Begins the task; the future fails with what it throws. */
  static CompletableFuture<Void> run(String name, Runnable task) {
    return CompletableFuture.runAsync(task, work -> begin(name, work));
  }

  private static void begin(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}

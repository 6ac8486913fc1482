package city.whistle.console.tasks;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Gives the engine a command once more where another change of the task stood in its way: one that
 * a listener still looks at, or the person's own draft, which took the task a moment before.
 */
@Component
class Settling {

  /** What listeners of ours need is far less. */
  private static final int ATTEMPTS = 8;

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final EngineTasks engine;

  Settling(EngineTasks engine) {
    this.engine = engine;
  }

  /**
   * @param command told how the task is now
   * @throws Refused where the engine still says no, for another reason, or because the task is over
   *     or somebody else's by now
   */
  void once(String personId, long key, Consumer<WorkTask> command) {
    for (int attempt = 1; ; attempt++) {
      WorkTask now = engine.find(key).filter(WorkTask::open).orElseThrow(() -> new Refused(""));
      try {
        command.accept(now);
        return;
      } catch (Refused e) {
        if (!e.mayPass() || attempt == ATTEMPTS || isAnothers(personId, key)) {
          throw e;
        }
        pause();
      }
    }
  }

  private boolean isAnothers(String personId, long key) {
    return engine
        .find(key)
        .filter(WorkTask::open)
        .filter(now -> now.assignee() == null || now.isTakenBy(personId))
        .isEmpty();
  }

  private static void pause() {
    Executor later = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture.runAsync(() -> {}, later).join();
  }
}

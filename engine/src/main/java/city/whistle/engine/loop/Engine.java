package city.whistle.engine.loop;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.command.Command;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The running engine, as the protocols see it: commands go in, answers come after their commit. */
public interface Engine {

  /**
   * Queues a command. The answer comes after its commit, from a thread that must not be blocked.
   *
   * @return fails with a {@code Rejection}: the command's own, RESOURCE_EXHAUSTED where the queue
   *     is full, UNAVAILABLE where the store could not commit or the engine stops
   */
  <A> CompletableFuture<A> submit(Command<A> command);

  /** Calls the listener, after each commit, with the types of jobs that may be there now. */
  void onJobsAvailable(Consumer<String> listener);

  /** Deletes everything that was deployed, ran or runs; completes when it is gone. */
  CompletableFuture<Void> purge();

  /** Whether the store could commit lately. */
  boolean isHealthy();

  EngineClock clock();
}

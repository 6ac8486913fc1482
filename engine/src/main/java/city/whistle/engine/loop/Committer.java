package city.whistle.engine.loop;

import city.whistle.engine.command.ContinueSteps;
import city.whistle.engine.outcome.Effect;
import city.whistle.engine.store.Store;
import city.whistle.engine.store.UnstorableException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Commits one group on a thread of its own while the writer runs the next one, and wakes the writer
 * when that is done.
 */
final class Committer implements AutoCloseable {

  private final Store store;
  private final CommandQueue queue;
  private final Answers answers;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "engine-committer");
            thread.setDaemon(true);
            return thread;
          });
  private Group last;
  private CompletableFuture<Void> inFlight = CompletableFuture.completedFuture(null);

  Committer(Store store, CommandQueue queue, Answers answers) {
    this.store = store;
    this.queue = queue;
    this.answers = answers;
  }

  /** Begins to commit a group; the one before must be finished. */
  void begin(Group group) {
    last = group;
    CompletableFuture<Void> written = new CompletableFuture<>();
    inFlight = written;
    thread.execute(
        () -> {
          try {
            write(group);
            written.complete(null);
          } catch (Exception | Error e) {
            written.completeExceptionally(e);
          } finally {
            queue.wake();
          }
        });
  }

  boolean isBusy() {
    return !inFlight.isDone();
  }

  /**
   * Waits until nothing is being committed.
   *
   * @throws CommitFailedException where the last group could not be committed
   */
  void finish() throws CommitFailedException, InterruptedException {
    try {
      inFlight.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UnstorableException
          ? new CommitFailedException(e.getCause(), last.tasks())
          : new CommitFailedException(e.getCause());
    }
  }

  /**
   * Never waits.
   *
   * @throws CommitFailedException where the last group is known to have failed
   */
  void check() throws CommitFailedException, InterruptedException {
    if (inFlight.isDone()) {
      finish();
    }
  }

  /** Waits until nothing is being committed, however that ends, and forgets how. */
  void reset() throws InterruptedException {
    try {
      finish();
    } catch (CommitFailedException known) {
      inFlight = CompletableFuture.completedFuture(null);
    }
  }

  private void write(Group group) throws Exception {
    try {
      if (!group.changes().isEmpty()) {
        store.write(group.changes(), group.lastKey());
      }
    } catch (UnstorableException e) {
      throw e;
    } catch (Exception | Error e) {
      answers.fail(group.outcomes(), Refusals.notCommitted());
      throw e;
    }
    group.effects().forEach(this::continueSteps);
    answers.tell(group);
  }

  private void continueSteps(Effect effect) {
    if (effect instanceof Effect.StepsLeft left) {
      queue.addInternal(Task.of(new ContinueSteps(left.continuationKey())));
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}

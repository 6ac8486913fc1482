package city.whistle.engine.execution;

import city.whistle.engine.outcome.Effect;
import city.whistle.engine.outcome.Rejection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Callers who wait for something that a later command brings about, each under the key of what they
 * wait for; in memory alone, at most so many.
 */
public final class Waiters<T> {

  private static final int MAX = 100_000;

  private final Map<Long, CompletableFuture<T>> waiters = new HashMap<>();
  private final List<Long> answered = new ArrayList<>();
  private final List<Long> added = new ArrayList<>();

  public CompletableFuture<T> await(long key) {
    if (waiters.size() >= MAX) {
      waiters.values().removeIf(CompletableFuture::isDone);
    }
    if (waiters.size() >= MAX) {
      throw new Rejection(
          Rejection.Type.RESOURCE_EXHAUSTED, "Too many callers wait for results; try later.");
    }
    CompletableFuture<T> future = new CompletableFuture<>();
    added.add(key);
    waiters.put(key, future);
    return future;
  }

  /** What somebody may wait for is there; it is made only if somebody does. */
  void answer(Turn turn, long key, Supplier<T> answer) {
    CompletableFuture<T> waiter = waiters.get(key);
    if (waiter != null) {
      answered.add(key);
      turn.effect(new Effect.ResultReady<>(waiter, answer.get()));
    }
  }

  /** What somebody may wait for won't come. */
  void fail(Turn turn, long key, Rejection reason) {
    CompletableFuture<T> waiter = waiters.get(key);
    if (waiter != null) {
      answered.add(key);
      turn.effect(new Effect.ResultMissed(waiter, reason));
    }
  }

  /** The command is over: those it answered are forgotten, or those it added if it failed. */
  public void settle(boolean done) {
    (done ? answered : added).forEach(waiters::remove);
    answered.clear();
    added.clear();
  }

  /** The engine begins anew: nobody can be answered any more. */
  public void clear() {
    Rejection reason =
        new Rejection(
            Rejection.Type.UNAVAILABLE, "The engine was interrupted; what was begun goes on.");
    waiters.values().forEach(waiter -> waiter.completeExceptionally(reason));
    waiters.clear();
  }
}

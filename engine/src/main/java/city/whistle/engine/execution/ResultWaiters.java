package city.whistle.engine.execution;

import city.whistle.engine.command.Effect;
import city.whistle.engine.command.Rejection;
import city.whistle.engine.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Those who wait for the result of an instance they started; in memory alone. */
public final class ResultWaiters {

  private static final int MAX = 100_000;

  private final Map<Long, Waiter> waiters = new HashMap<>();
  private final List<Long> answered = new ArrayList<>();
  private final List<Long> added = new ArrayList<>();

  private record Waiter(CompletableFuture<JsonValue> future, List<String> fetchVariables) {}

  public CompletableFuture<JsonValue> await(long processInstanceKey, List<String> fetchVariables) {
    if (waiters.size() >= MAX) {
      waiters.values().removeIf(waiter -> waiter.future.isDone());
    }
    if (waiters.size() >= MAX) {
      throw new Rejection(
          Rejection.Type.RESOURCE_EXHAUSTED, "Too many callers wait for results; try later.");
    }
    CompletableFuture<JsonValue> future = new CompletableFuture<>();
    added.add(processInstanceKey);
    waiters.put(processInstanceKey, new Waiter(future, fetchVariables));
    return future;
  }

  void completed(Turn turn, long processInstanceKey, Map<String, Object> variables) {
    Waiter waiter = waiters.get(processInstanceKey);
    if (waiter != null) {
      Map<String, Object> wanted = new LinkedHashMap<>(variables);
      if (!waiter.fetchVariables.isEmpty()) {
        wanted.keySet().retainAll(waiter.fetchVariables);
      }
      answered.add(processInstanceKey);
      turn.effect(new Effect.ResultReady(waiter.future, JsonValue.of(wanted)));
    }
  }

  void terminated(Turn turn, long processInstanceKey) {
    Waiter waiter = waiters.get(processInstanceKey);
    if (waiter != null) {
      Rejection reason =
          Rejection.wrongState(
              "Process instance %d was terminated before it completed."
                  .formatted(processInstanceKey));
      answered.add(processInstanceKey);
      turn.effect(new Effect.ResultMissed(waiter.future, reason));
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
            Rejection.Type.UNAVAILABLE, "The engine was interrupted; the instance goes on.");
    waiters.values().forEach(waiter -> waiter.future.completeExceptionally(reason));
    waiters.clear();
  }
}

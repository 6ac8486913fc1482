package city.whistle.engine.execution;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Those who wait for the variables of an instance they started. */
public final class ResultWaiters {

  private final Waiters<Map<String, Object>> waiters = new Waiters<>();

  /**
   * @param names of the variables wanted, empty for all
   */
  public CompletableFuture<JsonValue> await(long processInstanceKey, List<String> names) {
    return waiters.await(processInstanceKey).thenApply(variables -> only(names, variables));
  }

  private static JsonValue only(List<String> names, Map<String, Object> variables) {
    if (names.isEmpty()) {
      return JsonValue.of(variables);
    }
    Map<String, Object> wanted = new LinkedHashMap<>(variables);
    wanted.keySet().retainAll(names);
    return JsonValue.of(wanted);
  }

  void completed(Turn turn, long processInstanceKey, Map<String, Object> variables) {
    waiters.answer(turn, processInstanceKey, () -> variables);
  }

  void terminated(Turn turn, long processInstanceKey) {
    waiters.fail(
        turn,
        processInstanceKey,
        Rejection.wrongState(
            "Process instance %d was terminated before it completed."
                .formatted(processInstanceKey)));
  }

  public void settle(boolean done) {
    waiters.settle(done);
  }

  public void clear() {
    waiters.clear();
  }
}

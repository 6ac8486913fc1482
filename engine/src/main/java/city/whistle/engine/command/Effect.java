package city.whistle.engine.command;

import city.whistle.engine.json.JsonValue;
import java.util.concurrent.CompletableFuture;

/** What the outside shall learn of a command, once it is committed. */
public sealed interface Effect {

  /** There may be jobs of this type to activate. */
  record JobsAvailable(String type) implements Effect {}

  /** Somebody waits for the result of an instance. */
  record ResultReady(CompletableFuture<JsonValue> waiter, JsonValue result) implements Effect {}

  /** An instance whose result somebody waits for was terminated. */
  record ResultMissed(CompletableFuture<JsonValue> waiter, Rejection reason) implements Effect {}

  /** Steps were left over: submit {@link ContinueSteps}. */
  record StepsLeft(long continuationKey) implements Effect {}
}

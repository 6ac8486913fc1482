package city.whistle.engine.outcome;

import java.util.concurrent.CompletableFuture;

/** What the outside shall learn of a command, once it is committed. */
public sealed interface Effect {

  /** There may be jobs of this type to activate. */
  record JobsAvailable(String type) implements Effect {}

  /** What somebody waits for is there. */
  record ResultReady<T>(CompletableFuture<T> waiter, T result) implements Effect {

    public void tell() {
      waiter.complete(result);
    }
  }

  /** What somebody waits for won't come. */
  record ResultMissed(CompletableFuture<?> waiter, Rejection reason) implements Effect {}

  /** Steps were left over: submit {@code ContinueSteps}. */
  record StepsLeft(long continuationKey) implements Effect {}
}

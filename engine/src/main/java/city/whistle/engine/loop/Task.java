package city.whistle.engine.loop;

import city.whistle.engine.command.Command;
import java.util.concurrent.CompletableFuture;

/** A command that waits for its turn, and where its answer goes. */
record Task<A>(Command<A> command, CompletableFuture<A> answer) {

  static <A> Task<A> of(Command<A> command) {
    return new Task<>(command, new CompletableFuture<>());
  }

  /** Takes all memory back to an empty state, and the store with it. */
  record Purge() implements Command<Void> {}
}

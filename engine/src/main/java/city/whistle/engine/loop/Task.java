package city.whistle.engine.loop;

import city.whistle.engine.command.Command;
import city.whistle.engine.outcome.Rejection;
import java.util.concurrent.CompletableFuture;

/**
 * A command that waits for its turn, and where its answer goes.
 *
 * @param bytes about how many the command holds
 */
record Task<A>(Command<A> command, CompletableFuture<A> answer, long bytes) {

  /** A task of the engine's own, which holds next to nothing. */
  static <A> Task<A> of(Command<A> command) {
    return new Task<>(command, new CompletableFuture<>(), 0);
  }

  /**
   * A task from outside.
   *
   * @throws Rejection where something in the command can't be kept
   */
  static <A> Task<A> checked(Command<A> command) {
    return new Task<>(command, new CompletableFuture<>(), Entrance.check(command));
  }

  /** What is done instead, once the command is prepared; it holds about as much. */
  Task<A> with(Command<A> prepared) {
    return new Task<>(prepared, answer, bytes);
  }

  boolean isPurge() {
    return command instanceof Purge;
  }

  /** Takes all memory back to an empty state, and the store with it. */
  record Purge() implements Command<Void> {}
}

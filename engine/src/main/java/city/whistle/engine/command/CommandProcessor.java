package city.whistle.engine.command;

import city.whistle.engine.outcome.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does one command after another, in memory, each whole or not at all. Writer thread only, but for
 * preparations.
 */
public interface CommandProcessor {

  /**
   * @throws Rejection where the command can't be done; nothing of it remains
   */
  <A> Processed<A> process(Command<A> command);

  /**
   * What of a command takes long and needs no state, so that other commands need not wait for it:
   * gives the command to process instead, or fails with a {@link Rejection}. Any thread may ask for
   * it and do it. Empty where there is nothing of the kind.
   */
  default <A> Optional<Supplier<Command<A>>> preparation(Command<A> command) {
    return Optional.empty();
  }

  /** What commands on the state that was just loaded are likely to need; any thread may do it. */
  default List<Runnable> preparationsAfterLoad() {
    return List.of();
  }

  /** State was loaded anew: whatever was derived from the earlier one is void. */
  default void afterLoad() {}
}

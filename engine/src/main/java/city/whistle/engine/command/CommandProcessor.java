package city.whistle.engine.command;

import city.whistle.engine.outcome.Rejection;
import java.util.List;
import java.util.Optional;

/**
 * Does one command after another, in memory, each whole or not at all. Writer thread only, but for
 * preparations.
 */
public interface CommandProcessor {

  /**
   * @throws Rejection where the command can't be done; nothing of it remains
   */
  <A> Processed<A> process(Command<A> command);

  /** How a command is prepared for its turn, empty where it needs none. Any thread may ask. */
  default <A> Optional<Preparation<A>> preparation(Command<A> command) {
    return Optional.empty();
  }

  /** What commands on the state that was just loaded are likely to need; any thread may do it. */
  default List<Runnable> preparationsAfterLoad() {
    return List.of();
  }

  /** State was loaded anew: whatever was derived from the earlier one is void. */
  default void afterLoad() {}
}

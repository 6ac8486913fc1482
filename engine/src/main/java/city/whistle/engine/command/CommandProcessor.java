package city.whistle.engine.command;

import city.whistle.engine.outcome.Rejection;

/** Does one command after another, in memory, each whole or not at all. Writer thread only. */
public interface CommandProcessor {

  /**
   * @throws Rejection where the command can't be done; nothing of it remains
   */
  <A> Processed<A> process(Command<A> command);

  /** State was loaded anew: whatever was derived from the earlier one is void. */
  default void afterLoad() {}
}

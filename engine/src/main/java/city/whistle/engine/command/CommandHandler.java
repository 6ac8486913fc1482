package city.whistle.engine.command;

import city.whistle.engine.outcome.Rejection;

/** Does one kind of command: checks first, then changes and queues steps. */
interface CommandHandler<C extends Command<A>, A> {

  /**
   * @throws Rejection where the command can't be done
   */
  A handle(C command);
}

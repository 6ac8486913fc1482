package city.whistle.engine.command;

import city.whistle.engine.outcome.Rejection;
import java.util.Optional;

/**
 * What of a command takes long and needs no state, so that other commands need not wait for it. Any
 * thread may do it.
 *
 * @param <A> the answer of the command
 */
@FunctionalInterface
public interface Preparation<A> {

  /**
   * What to ask of the state first: where it knows the answer, nothing has to be prepared. Empty
   * where there is nothing to ask.
   *
   * @throws Rejection where the command can't be done
   */
  default Optional<Command<Optional<A>>> question() {
    return Optional.empty();
  }

  /**
   * The command to process instead.
   *
   * @throws Rejection where the command can't be done
   */
  Command<A> prepare();
}

package city.whistle.engine.loop;

import city.whistle.engine.command.Command;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.outcome.Rejection.Type;

/** What the loop itself answers where a command can't be done. */
final class Refusals {

  static final String RELOADING =
      "The engine can't reach its database just now: try again in a moment";
  static final String STOPPING = "The engine stops: try again once it is up again";

  private Refusals() {}

  static Rejection notCommitted() {
    return unavailable(
        "The database did not confirm the commit: the command may or may not have been done,"
            + " look before you try again");
  }

  static Rejection unstorable(Command<?> command, Throwable cause) {
    return Rejection.invalid(
        "%s is not possible with these values, nothing was changed: %s."
            .formatted(command.getClass().getSimpleName(), cause.getMessage()));
  }

  static Rejection unavailable(String message) {
    return new Rejection(Type.UNAVAILABLE, message);
  }

  static Rejection internal(Command<?> command) {
    return new Rejection(
        Type.INTERNAL,
        "An error in the engine kept %s from being done, nothing was changed: see the engine's log"
            .formatted(command.getClass().getSimpleName()));
  }
}

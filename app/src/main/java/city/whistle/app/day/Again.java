package city.whistle.app.day;

import io.camunda.client.api.command.ClientException;
import java.util.function.Supplier;

/**
 * Makes a call again that was never sent: a server may close a connection at the moment in which
 * its client takes it for the next call.
 */
final class Again {

  private static final String NOT_SENT = "RequestNotExecutedException";
  private static final int TRIES = 5;

  private Again() {}

  static <T> T call(Supplier<T> call) {
    for (int tries = 1; ; tries++) {
      try {
        return call.get();
      } catch (ClientException e) {
        if (tries == TRIES || !wasNotSent(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean wasNotSent(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause.getClass().getSimpleName().equals(NOT_SENT)) {
        return true;
      }
    }
    return false;
  }
}

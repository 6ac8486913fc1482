package city.whistle.engine.server;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens ports, and says what is wrong where one can't be opened. */
final class Ports {

  private Ports() {}

  /**
   * @throws EngineStartException where the address can't be had
   */
  static void open(Address address, Runnable start) {
    try {
      start.run();
    } catch (RuntimeException e) {
      throw listening(e).map(reason -> refused(address, reason, e)).orElseThrow(() -> e);
    }
  }

  private static Optional<IOException> listening(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(IOException.class::isInstance)
        .map(IOException.class::cast)
        .reduce((outer, inner) -> inner);
  }

  private static EngineStartException refused(
      Address address, IOException reason, RuntimeException cause) {
    return new EngineStartException(
        "Port %d on %s for %s can't be opened (%s): stop what listens there or choose another with %s."
            .formatted(
                address.port(),
                address.host(),
                address.api(),
                reason.getMessage(),
                address.option()),
        cause);
  }
}

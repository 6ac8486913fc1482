package city.whistle.app;

import java.net.URI;
import java.time.Clock;

/** Which engine the application talks to. */
sealed interface EngineLocation {

  /**
   * The one in this program.
   *
   * @param clock the engine's, which the registry follows so that limits and timers agree
   */
  record Embedded(URI rest, URI grpc, Clock clock) implements EngineLocation {}

  /**
   * A Camunda 8 cluster: where it is and how to log on stands in {@code
   * application-camunda.properties}, and the environment may say otherwise.
   */
  record Cluster() implements EngineLocation {}
}

package city.whistle.app;

import java.net.URI;

/** Which engine the application talks to. */
sealed interface EngineLocation {

  /** The one in this program. */
  record Embedded(URI rest, URI grpc) implements EngineLocation {}

  /**
   * A Camunda 8 cluster: where it is and how to log on stands in {@code
   * application-camunda.properties}, and the environment may say otherwise.
   */
  record Cluster() implements EngineLocation {}
}

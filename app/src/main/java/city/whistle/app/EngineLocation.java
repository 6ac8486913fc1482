package city.whistle.app;

import city.whistle.workers.stuck.TasksOfInstances;
import java.net.URI;
import java.time.Clock;

/** Which engine the application talks to. */
sealed interface EngineLocation {

  /**
   * The one in this program.
   *
   * @param clock the engine's, which the registry follows so that limits and timers agree
   * @param tasks what it is asked without its API
   */
  record Embedded(URI rest, URI grpc, Clock clock, TasksOfInstances tasks)
      implements EngineLocation {}

  /**
   * A Camunda 8 cluster: where it is and how to log on stands in {@code
   * application-camunda.properties}, and the environment may say otherwise.
   */
  record Cluster() implements EngineLocation {}
}

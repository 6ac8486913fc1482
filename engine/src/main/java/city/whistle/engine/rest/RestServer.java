package city.whistle.engine.rest;

import city.whistle.engine.http.Door;
import city.whistle.engine.http.HttpServers;
import city.whistle.engine.job.JobPolls;
import city.whistle.engine.loop.ClusterStatus;
import city.whistle.engine.loop.Engine;
import city.whistle.engine.query.Queries;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;

/** Camunda's REST API over HTTP. */
public final class RestServer implements AutoCloseable {

  /** How many bytes the content of a request may have. */
  static final int MAX_CONTENT = 4 * 1024 * 1024;

  private static final int MAX_CONNECTIONS = 10_000;

  private final Server server;

  /**
   * @param writeNulls whether members of answers without a value are written, as Camunda 8.9 does,
   *     or left out, as 8.8 does
   */
  public RestServer(
      Engine engine,
      Queries queries,
      JobPolls polls,
      ClusterStatus status,
      Door door,
      boolean writeNulls) {
    Nulls nulls = writeNulls ? Nulls.WRITTEN : Nulls.LEFT_OUT;
    ServerBuilder builder =
        HttpServers.on(door, Failures::forbidden)
            .maxRequestLength(MAX_CONTENT)
            .maxNumConnections(MAX_CONNECTIONS)
            .errorHandler(new Failures());
    addOperations(new Routes(builder, engine, queries, nulls), engine, polls, status, door);
    this.server = builder.build();
  }

  private static void addOperations(
      Routes routes, Engine engine, JobPolls polls, ClusterStatus status, Door door) {
    new ClusterResource(engine, status, door).addTo(routes);
    new DeploymentResource().addTo(routes);
    new ProcessDefinitionResource().addTo(routes);
    new ProcessInstanceResource().addTo(routes);
    new ElementInstanceResource().addTo(routes);
    new VariableResource().addTo(routes);
    new JobResource(polls).addTo(routes);
    new UserTaskResource().addTo(routes);
    new IncidentResource().addTo(routes);
    new MessageResource().addTo(routes);
    new DecisionResource().addTo(routes);
    new NotThereYet().addTo(routes);
  }

  /** Opens the port. */
  public void start() {
    server.start().join();
  }

  /** The port it listens on, once it has started. */
  public int port() {
    return server.activeLocalPort();
  }

  /** Closes the port; requests under way get a second. */
  @Override
  public void close() {
    HttpServers.stop(server);
  }
}

package city.whistle.engine.management;

import city.whistle.engine.http.Door;
import city.whistle.engine.http.HttpServers;
import city.whistle.engine.job.JobPolls;
import city.whistle.engine.loop.ClusterStatus;
import city.whistle.engine.loop.Engine;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;

/**
 * Serves what changes or watches the engine as a whole. Whoever reaches it can delete everything,
 * so it belongs on an address that only operators and tests reach.
 */
public final class ManagementServer implements AutoCloseable {

  private static final int MAX_CONTENT = 64 * 1024;
  private static final int MAX_CONNECTIONS = 1_000;

  private final Server server;

  /**
   * @param polls end when everything is deleted
   * @param door what moves the clock or deletes is refused where no tests run
   */
  public ManagementServer(Engine engine, JobPolls polls, ClusterStatus status, Door door) {
    ServerBuilder builder =
        HttpServers.on(door, Answers::forbidden)
            .maxRequestLength(MAX_CONTENT)
            .maxNumConnections(MAX_CONNECTIONS);
    addPurge(builder, new Purge(engine, polls, status));
    addClock(builder, new Clock(engine));
    builder.decoratorUnder("/actuator", behind -> new Changes(behind, door));
    addHealth(builder, new Health(engine));
    server = builder.build();
  }

  private static void addPurge(ServerBuilder server, Purge purge) {
    server.route().post("/actuator/cluster/purge").build((context, request) -> purge.run());
  }

  private static void addClock(ServerBuilder server, Clock clock) {
    server.route().get("/actuator/clock").build((context, request) -> clock.show());
    server.route().delete("/actuator/clock").build((context, request) -> clock.reset());
    server.route().post("/actuator/clock/add").build((context, request) -> clock.add(request));
    server.route().post("/actuator/clock/pin").build((context, request) -> clock.pin(request));
  }

  private static void addHealth(ServerBuilder server, Health health) {
    server.route().get("/actuator/health").build((context, request) -> health.readiness());
    server.route().get("/actuator/health/status").build((context, request) -> health.readiness());
    server
        .route()
        .get("/actuator/health/readiness")
        .build((context, request) -> health.readiness());
    server.route().get("/actuator/health/liveness").build((context, request) -> health.liveness());
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

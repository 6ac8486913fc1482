package city.whistle.engine.grpc;

import city.whistle.engine.http.Arrivals;
import city.whistle.engine.http.Door;
import city.whistle.engine.job.JobDispatcher;
import city.whistle.engine.loop.Engine;
import io.grpc.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** Serves Camunda's gRPC gateway, in plain text, on one address. */
public final class GrpcServer implements AutoCloseable {

  /** The largest request, deployments included, in bytes; Camunda's default. */
  public static final int MAX_MESSAGE = 4 * 1024 * 1024;

  private static final int MAX_CONNECTIONS = 4_000;
  private static final long SHORTEST_KEEP_ALIVE_SECONDS = 5;
  private static final long GRACE_SECONDS = 1;

  private final InetSocketAddress address;
  private final Port port;
  private final Server server;

  /**
   * @param door calls in the name of another server are refused
   */
  public GrpcServer(Engine engine, JobDispatcher jobs, Door door) {
    this(engine, jobs, door, new Arrivals(Arrivals.most(MAX_MESSAGE)), MAX_CONNECTIONS);
  }

  GrpcServer(Engine engine, JobDispatcher jobs, Door door, Arrivals arrivals, int mostConnections) {
    Connections connections = new Connections(mostConnections);
    ArrivingCalls arriving = new ArrivingCalls(arrivals, connections);
    port = new Port(connections);
    address = new InetSocketAddress(door.host(), door.port());
    server =
        port.server(address)
            .addService(new GatewayService(engine, jobs, door.host(), this::port))
            .intercept(arriving)
            .intercept(new OwnNameOnly(door))
            .addStreamTracerFactory(arriving)
            .directExecutor()
            .maxInboundMessageSize(MAX_MESSAGE)
            .permitKeepAliveTime(SHORTEST_KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .build();
  }

  /**
   * @throws UncheckedIOException where the address is taken or not this machine's
   */
  public void start() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "gRPC can't listen on %s:%d; choose another port, or stop what listens there."
              .formatted(address.getHostString(), address.getPort()),
          e);
    }
  }

  /** The port it listens on, once started. */
  public int port() {
    return server.getPort();
  }

  /** Ends calls under way within a second. */
  @Override
  public void close() {
    server.shutdown();
    awaitLastCalls();
    port.close();
  }

  private void awaitLastCalls() {
    try {
      if (!server.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        server.shutdownNow();
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}

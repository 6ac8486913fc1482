package city.whistle.engine.http;

import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Begins and ends a server of the engine: everything but what it serves and how much it takes. */
public final class HttpServers {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);
  private static final int LOOK_EVERY_MILLIS = 10;

  private HttpServers() {}

  /**
   * A server in plain text that speaks HTTP/1.1, and HTTP/2 with clients that begin with it. When
   * it stops, requests under way get a second. It measures nothing: its registry has none behind
   * it, and is its own because a second server's meters would be refused there with a warning.
   *
   * @param refusing answers what a page of another site sends
   */
  public static ServerBuilder on(Door door, Refusing refusing) {
    return Server.builder()
        .http(new InetSocketAddress(door.host(), door.port()))
        .decorator(behind -> new Doorkeeper(behind, door, refusing))
        .requestTimeout(TIMEOUT)
        .gracefulShutdownTimeout(Duration.ZERO, LAST_ANSWERS)
        .meterRegistry(new CompositeMeterRegistry())
        .childChannelPipelineCustomizer(pipeline -> pipeline.addFirst(new UpgradesIgnored()));
  }

  /**
   * Closes the ports, gives requests under way a second, and closes the connections. Netty lets the
   * thread of each port idle for two seconds more; nobody waits for that.
   */
  public static void stop(Server server) {
    CompletableFuture<Void> ended = server.stop();
    while (!ended.isDone() && isOpen(server)) {
      ended.copy().completeOnTimeout(null, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS).join();
    }
    if (ended.isCompletedExceptionally()) {
      ended.join();
    }
  }

  private static boolean isOpen(Server server) {
    return !server.activePorts().isEmpty() || server.numConnections() > 0;
  }
}

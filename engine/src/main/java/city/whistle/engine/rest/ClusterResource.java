package city.whistle.engine.rest;

import city.whistle.engine.command.MoveClock;
import city.whistle.engine.http.Door;
import city.whistle.engine.loop.ClusterStatus;
import city.whistle.engine.loop.Engine;
import city.whistle.engine.outcome.Rejection;
import com.linecorp.armeria.common.HttpStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The engine itself, described as the cluster of one broker and one partition that it is. */
final class ClusterResource {

  private final Engine engine;
  private final ClusterStatus status;
  private final Door door;

  ClusterResource(Engine engine, ClusterStatus status, Door door) {
    this.engine = engine;
    this.status = status;
    this.door = door;
  }

  void addTo(Routes routes) {
    routes.get("/v2/topology", call -> done(Answer.json(topology(call))));
    routes.get("/v2/status", call -> done(status()));
    routes.get("/v2/license", call -> done(Answer.json(license())));
    routes.get("/v2/authentication/me", call -> done(Answer.json(anybody())));
    routes.put("/v2/clock", this::pinClock);
    routes.post("/v2/clock/reset", call -> move(call, new MoveClock.Reset()));
  }

  private Map<String, Object> topology(Call call) {
    int port = call.context().localAddress().getPort();
    Map<String, Object> partition =
        Map.of(
            "partitionId",
            1,
            "role",
            "leader",
            "health",
            engine.isHealthy() ? "healthy" : "unhealthy");
    Map<String, Object> broker =
        Map.of(
            "nodeId",
            0,
            "host",
            door.host(),
            "port",
            port,
            "version",
            ClusterStatus.API_VERSION,
            "partitions",
            List.of(partition));
    Map<String, Object> topology = new LinkedHashMap<>();
    topology.put("brokers", List.of(broker));
    topology.put("clusterId", null);
    topology.put("clusterSize", 1);
    topology.put("partitionsCount", 1);
    topology.put("replicationFactor", 1);
    topology.put("gatewayVersion", ClusterStatus.API_VERSION);
    topology.put("lastCompletedChangeId", Long.toString(status.lastCompleted()));
    return topology;
  }

  private Answer status() {
    return engine.isHealthy()
        ? Answer.NO_CONTENT
        : new Answer(HttpStatus.SERVICE_UNAVAILABLE, null, null);
  }

  private static Map<String, Object> license() {
    Map<String, Object> license = new LinkedHashMap<>();
    license.put("validLicense", true);
    license.put("licenseType", "apache-2.0");
    license.put("isCommercial", false);
    license.put("expiresAt", null);
    return license;
  }

  private static Map<String, Object> defaultTenant() {
    Map<String, Object> tenant = new LinkedHashMap<>();
    tenant.put("tenantId", "<default>");
    tenant.put("name", "Default");
    tenant.put("description", null);
    return tenant;
  }

  /** Nobody has to say who they are. */
  private static Map<String, Object> anybody() {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("username", "anonymous");
    user.put("displayName", "Anybody");
    user.put("email", null);
    user.put("authorizedComponents", List.of("*"));
    user.put("tenants", List.of(defaultTenant()));
    user.put("groups", List.of());
    user.put("roles", List.of());
    user.put("salesPlanType", "");
    user.put("c8Links", Map.of());
    user.put("canLogout", false);
    return user;
  }

  private CompletableFuture<Answer> pinClock(Call call) {
    Long timestamp = call.body("timestamp").number("timestamp");
    if (timestamp == null || timestamp < 0) {
      throw Rejection.invalid(
          "'timestamp' must be given, in milliseconds since 1970, and not be negative.");
    }
    return move(call, new MoveClock.To(Instant.ofEpochMilli(timestamp)));
  }

  private CompletableFuture<Answer> move(Call call, MoveClock command) {
    if (!door.testing()) {
      throw new OnlyForTests();
    }
    return call.submit(command);
  }

  private static CompletableFuture<Answer> done(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }
}

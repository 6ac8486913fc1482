package city.whistle.engine.contract;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.server.EmbeddedEngine;
import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What contract tests run against: an engine in this JVM over REST and over gRPC, one that writes
 * nulls over REST, and an engine that is a process of its own, as a client without settings speaks
 * to it. JUnit's parameter or the system property {@code contract.targets} names those to take;
 * those that the tests of every day take, if it is not set. Each starts when it is first needed and
 * lives as long as the tests.
 */
final class Targets implements ExtensionContext.Store.CloseableResource {

  static final String PROPERTY = "contract.targets";

  private static final String ALL = "rest,grpc,nulls,process";
  private static final String EVERY_DAY = "rest,grpc,process";
  private static final Duration LONGEST_POLL = Duration.ofMillis(300);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final Map<String, Target> targets = new TreeMap<>();
  private EmbeddedEngine embedded;

  /** One of them; its callers share a client. */
  static final class Target {

    private final String name;
    private final CamundaClient client;
    private final Management management;
    private final AtomicInteger number = new AtomicInteger();

    private Target(String name, CamundaClient client, URI management) {
      this.name = name;
      this.client = client;
      this.management = new Management(management);
    }

    /** A caller with names that no other has. */
    Caller caller() {
      return new Caller(client, management, name + number.incrementAndGet());
    }
  }

  static Stream<Target> of(ExtensionContext context) {
    Targets targets =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .getOrComputeIfAbsent(Targets.class, type -> new Targets(), Targets.class);
    String names = context.getConfigurationParameter(PROPERTY).orElse(EVERY_DAY);
    return Arrays.stream(names.split(",")).map(targets::get);
  }

  private synchronized Target get(String name) {
    return targets.computeIfAbsent(name, this::start);
  }

  private Target start(String name) {
    return switch (name) {
      case "rest" -> embedded(name, true);
      case "grpc" -> embedded(name, false);
      case "nulls" -> writingNulls(name);
      case "process" -> process(name);
      default ->
          throw new IllegalArgumentException(
              "%s has '%s'; there are %s".formatted(PROPERTY, name, ALL));
    };
  }

  private static EmbeddedEngine.Builder engine() {
    return EmbeddedEngine.builder()
        .database(TestDatabase.url(), null, null)
        .restPort(0)
        .grpcPort(0)
        .managementPort(0)
        .testing()
        .longestRestPoll(LONGEST_POLL);
  }

  private Target embedded(String name, boolean overRest) {
    if (embedded == null) {
      embedded = engine().start();
      started.push(embedded);
    }
    return target(name, embedded, overRest);
  }

  private Target writingNulls(String name) {
    EmbeddedEngine engine = engine().writeNulls().start();
    started.push(engine);
    return target(name, engine, true);
  }

  private Target target(String name, EmbeddedEngine engine, boolean overRest) {
    CamundaClientBuilder client =
        CamundaClient.newClientBuilder()
            .restAddress(engine.restAddress())
            .grpcAddress(engine.grpcAddress())
            .preferRestOverGrpc(overRest);
    return target(name, client, engine.managementAddress());
  }

  private Target process(String name) {
    try {
      EngineProcess engine = EngineProcess.start(TestDatabase.url(), LONGEST_POLL);
      started.push(engine::kill);
      return target(name, engine.clientBuilder(), engine.managementAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Target target(String name, CamundaClientBuilder builder, URI management) {
    CamundaClient client = builder.build();
    started.push(client);
    return new Target(name, client, management);
  }

  @Override
  public void close() throws Exception {
    while (!started.isEmpty()) {
      started.pop().close();
    }
  }
}

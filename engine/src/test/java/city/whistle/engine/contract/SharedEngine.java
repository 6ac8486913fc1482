package city.whistle.engine.contract;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.server.EmbeddedEngine;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one engine of all contract tests in this JVM, with a client for each protocol. */
final class SharedEngine implements AutoCloseable, ExtensionContext.Store.CloseableResource {

  private static final Duration LONGEST_POLL = Duration.ofMillis(300);

  private final AtomicInteger number = new AtomicInteger();
  private final EmbeddedEngine engine;
  private final CamundaClient rest;
  private final CamundaClient grpc;
  private final EngineTime time;

  private SharedEngine() {
    engine =
        EmbeddedEngine.builder()
            .database(TestDatabase.url(), null, null)
            .restPort(0)
            .grpcPort(0)
            .managementPort(0)
            .longestRestPoll(LONGEST_POLL)
            .start();
    rest = client(true);
    grpc = client(false);
    time = new EngineTime(engine.managementAddress());
  }

  static SharedEngine of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(SharedEngine.class, type -> new SharedEngine(), SharedEngine.class);
  }

  private CamundaClient client(boolean preferRest) {
    return CamundaClient.newClientBuilder()
        .restAddress(engine.restAddress())
        .grpcAddress(engine.grpcAddress())
        .preferRestOverGrpc(preferRest)
        .build();
  }

  Caller caller(boolean overRest) {
    String prefix = (overRest ? "rest" : "grpc") + number.incrementAndGet();
    return new Caller(overRest ? rest : grpc, overRest, time, prefix);
  }

  @Override
  public void close() {
    rest.close();
    grpc.close();
    engine.close();
  }
}

package city.whistle.engine.test;

import city.whistle.engine.command.MoveClock;
import city.whistle.engine.postgres.PostgresServer;
import city.whistle.engine.server.EmbeddedEngine;
import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/**
 * The engine that all tests of a JVM share. It starts at its first use, on free ports and on an
 * empty PostgreSQL of its own, and ends with the JVM.
 */
public final class EngineUnderTest {

  private static final Duration LONGEST_REST_POLL = Duration.ofMillis(200);

  private static volatile boolean started;

  private final EmbeddedEngine engine;

  private EngineUnderTest(EmbeddedEngine engine) {
    this.engine = engine;
  }

  private static final class Holder {
    private static final EngineUnderTest ENGINE = start();
  }

  public static EngineUnderTest get() {
    return Holder.ENGINE;
  }

  /** An engine that nobody has used yet is as new, and is not started for that. */
  static void resetIfStarted() {
    if (started) {
      get().reset();
    }
  }

  private static EngineUnderTest start() {
    String database = PostgresServer.temporary().createDatabase("engine");
    EmbeddedEngine engine =
        EmbeddedEngine.builder()
            .database(database, null, null)
            .restPort(0)
            .grpcPort(0)
            .managementPort(0)
            .testing()
            .longestRestPoll(LONGEST_REST_POLL)
            .start();
    started = true;
    return new EngineUnderTest(engine);
  }

  public URI restAddress() {
    return engine.restAddress();
  }

  public URI grpcAddress() {
    return engine.grpcAddress();
  }

  public URI managementAddress() {
    return engine.managementAddress();
  }

  /** A builder of clients that talk to this engine. */
  public CamundaClientBuilder clientBuilder() {
    return CamundaClient.newClientBuilder().restAddress(restAddress()).grpcAddress(grpcAddress());
  }

  /** The engine's time, for an application that shares it. */
  public Clock clock() {
    return engine.engine().clock();
  }

  /** Moves the engine's clock forward; what is due by then has happened on return. */
  public void increaseTime(Duration duration) {
    engine.engine().submit(new MoveClock.By(duration)).join();
  }

  /** Deletes everything that was deployed and ran, and sets the clock back to real time. */
  public void reset() {
    engine.engine().submit(new MoveClock.Reset()).join();
    engine.engine().purge().join();
  }
}

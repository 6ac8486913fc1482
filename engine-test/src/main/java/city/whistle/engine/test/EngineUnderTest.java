package city.whistle.engine.test;

import city.whistle.engine.command.MoveClock;
import city.whistle.engine.postgres.PostgresServer;
import city.whistle.engine.server.EmbeddedEngine;
import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The engine that all tests of a JVM share. It starts at its first use, on free ports and on an
 * empty PostgreSQL of its own, and ends with the JVM.
 */
public final class EngineUnderTest {

  private static final Duration SHORT_POLL = Duration.ofMillis(200);
  private static final Duration LONG_POLL = Duration.ofMinutes(1);

  private static volatile boolean started;

  private final EmbeddedEngine engine;
  private final AtomicReference<Duration> longestPoll;

  private EngineUnderTest(EmbeddedEngine engine, AtomicReference<Duration> longestPoll) {
    this.engine = engine;
    this.longestPoll = longestPoll;
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
    AtomicReference<Duration> longestPoll = new AtomicReference<>(SHORT_POLL);
    EmbeddedEngine engine =
        EmbeddedEngine.builder()
            .database(database, null, null)
            .restPort(0)
            .grpcPort(0)
            .managementPort(0)
            .testing()
            .longestRestPoll(longestPoll::get)
            .start();
    started = true;
    return new EngineUnderTest(engine, longestPoll);
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

  /**
   * Lets requests for jobs over REST wait for as long as they ask, as they do in production. Else
   * they are answered soon, since Camunda's client can't close before, and workers of many job
   * types keep the processor busy by asking again. Whoever calls this calls {@link #endPolls()}
   * between closing the workers and closing their client.
   */
  public void letPollsWait() {
    longestPoll.set(LONG_POLL);
  }

  /** Answers all requests for jobs that wait, with none, and later ones soon. */
  public void endPolls() {
    longestPoll.set(SHORT_POLL);
    engine.endPolls();
  }

  /** Deletes everything that was deployed and ran, and sets the clock back to real time. */
  public void reset() {
    endPolls();
    engine.engine().submit(new MoveClock.Reset()).join();
    engine.engine().purge().join();
  }
}

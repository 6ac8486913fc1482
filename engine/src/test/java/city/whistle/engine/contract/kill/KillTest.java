package city.whistle.engine.contract.kill;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.contract.EngineProcess;
import city.whistle.engine.contract.simulation.Invariants;
import city.whistle.engine.expression.ExpressionEngine;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.model.ModelCompiler;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.postgres.PostgresServer;
import city.whistle.engine.state.State;
import city.whistle.engine.store.Store;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Kills an engine while clients use it, starts it again, and looks whether all that it acknowledged
 * is there, what is left keeps the invariants, and every instance went its whole way just once.
 */
@Timeout(300)
class KillTest {

  static final String PROCESS = "kill";
  static final String JOB = "kill-work";
  static final String MESSAGE = "kill-message";

  private static final Duration LONGEST_POLL = Duration.ofSeconds(1);
  private static final int KILLS = 2;
  private static final int MOST_COMMANDS = 150;

  private static final BpmnModelInstance MODEL =
      Bpmn.createExecutableProcess(PROCESS)
          .startEvent("Start")
          .serviceTask("First", t -> t.zeebeJobType(JOB))
          .parallelGateway("Fork")
          .serviceTask("Second", t -> t.zeebeJobType(JOB))
          .parallelGateway("Join")
          .endEvent("Done")
          .moveToNode("Fork")
          .intermediateCatchEvent(
              "Wait", e -> e.message(m -> m.name(MESSAGE).zeebeCorrelationKeyExpression("caseId")))
          .connectTo("Join")
          .done();

  @TempDir Path directory;

  private final Acknowledged acknowledged = new Acknowledged();
  private final Users users = new Users(acknowledged);
  private volatile boolean stopping;

  @Test
  void whatWasAcknowledgedSurvivesAKillAtAnyMoment() throws Exception {
    long seed = Long.getLong("kill.seed", new Random().nextLong());
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (PostgresServer postgres = PostgresServer.start(directory, 0)) {
      String url = postgres.createDatabase("kill");
      play(url, new Random(seed));
      new Evidence(url, acknowledged).check("-Dkill.seed=" + seed);
    }
  }

  private void play(String url, Random random) throws Exception {
    EngineProcess engine = EngineProcess.start(url, LONGEST_POLL);
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      deploy(engine);
      List<Future<?>> busy = start(engine, random, threads);
      for (int kill = 0; kill < KILLS; kill++) {
        acknowledged.await(1 + random.nextInt(MOST_COMMANDS));
        engine = killAndStartAgain(engine, url);
      }
      acknowledged.await(1);
      stopping = true;
      engine = killAndStartAgain(engine, url);
      for (Future<?> user : busy) {
        user.get(60, TimeUnit.SECONDS);
      }
      finish(engine);
    } finally {
      stopping = true;
      threads.shutdownNow();
      engine.kill();
    }
  }

  private static EngineProcess killAndStartAgain(EngineProcess engine, String url)
      throws Exception {
    engine.kill();
    checkWhatIsLeft(url);
    EngineProcess next = EngineProcess.start(url, LONGEST_POLL);
    engine.succeededBy(next);
    return next;
  }

  /** What the next engine will load keeps the invariants. */
  private static void checkWhatIsLeft(String url) throws SQLException {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(url);
    State state = new State();
    new Store(database).load(state, new KeyGenerator());
    ProcessModel model =
        new ModelCompiler(new ExpressionEngine(new EngineClock(Clock.systemUTC())))
            .compile("kill.bpmn", Bpmn.convertToString(MODEL))
            .get(0);
    new Invariants(state, Map.of(PROCESS, model)).check();
  }

  private static void deploy(EngineProcess engine) {
    try (CamundaClient client = engine.client(true)) {
      client.newDeployResourceCommand().addProcessModel(MODEL, "kill.bpmn").send().join();
    }
  }

  private List<Future<?>> start(EngineProcess engine, Random random, ExecutorService threads) {
    Random dropped = new Random(random.nextLong());
    Random dropped2 = new Random(random.nextLong());
    List<Future<?>> busy = new ArrayList<>();
    busy.add(threads.submit(() -> use(engine, true, users::create)));
    busy.add(threads.submit(() -> use(engine, false, users::publish)));
    busy.add(threads.submit(() -> use(engine, true, client -> users.work(client, dropped))));
    busy.add(threads.submit(() -> use(engine, false, client -> users.work(client, dropped2))));
    return busy;
  }

  /** Does the same again and again, on the next engine when one is gone. */
  private void use(EngineProcess first, boolean overRest, Consumer<CamundaClient> action) {
    EngineProcess engine = first;
    while (!stopping) {
      try (CamundaClient client = engine.client(overRest)) {
        while (!stopping) {
          action.accept(client);
        }
      } catch (ClientException e) {
        if (!engine.isAlive()) {
          engine = engine.awaitSuccessor();
        }
      }
    }
  }

  /** Does all that is left; the jobs that somebody had when the engine was killed are there. */
  private void finish(EngineProcess engine) {
    try (CamundaClient client = engine.client(false)) {
      users.publish(client);
      while (users.workThoroughly(client)) {
        users.publish(client);
      }
    }
  }
}

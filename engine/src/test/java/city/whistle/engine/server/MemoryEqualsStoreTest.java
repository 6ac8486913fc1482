package city.whistle.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.command.Command;
import city.whistle.engine.command.ContinueSteps;
import city.whistle.engine.command.DeployResources;
import city.whistle.engine.command.DeployResources.ResourceFile;
import city.whistle.engine.command.Effect;
import city.whistle.engine.command.Processed;
import city.whistle.engine.command.Processor;
import city.whistle.engine.command.Rejection;
import city.whistle.engine.decision.DecisionEngine;
import city.whistle.engine.expression.ExpressionEngine;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.model.ModelCompiler;
import city.whistle.engine.state.State;
import city.whistle.engine.store.Snapshot;
import city.whistle.engine.store.Store;
import com.zaxxer.hikari.HikariDataSource;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** Plays processes at random: what the store would load must be what memory holds, all the time. */
class MemoryEqualsStoreTest {

  private static final int ROUNDS = 60;
  private static final int COMMANDS = 15;

  private final HikariDataSource database = TestDatabase.migrated();
  private final Store store = new Store(database);
  private final State state = new State();
  private final KeyGenerator keys = new KeyGenerator();
  private final EngineClock clock =
      new EngineClock(Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC));
  private final ExpressionEngine expressions = new ExpressionEngine(clock);
  private final Processor processor =
      new Processor(
          state,
          keys,
          clock,
          expressions,
          new DecisionEngine(clock),
          new ModelCompiler(expressions));

  @AfterEach
  void close() {
    database.close();
  }

  @RepeatedTest(2)
  void whateverIsPlayed() throws SQLException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    store.load(state, keys);
    run(deployment());
    RandomPlay play = new RandomPlay(state, random);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < COMMANDS; i++) {
        attempt(play.next());
      }
      store.write(state.journal().drain(), keys.last());
      assertThat(Snapshot.ofStore(database))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(Snapshot.of(state));
      if (random.nextInt(5) == 0) {
        reload();
      }
    }
  }

  private void reload() throws SQLException {
    state.clear();
    store.load(state, keys);
    processor.afterLoad();
  }

  private void attempt(Command<?> command) {
    try {
      run(command);
    } catch (Rejection refused) {
      assertThat(refused.type()).isNotEqualTo(Rejection.Type.INTERNAL);
    }
  }

  private void run(Command<?> command) {
    Processed<?> processed = processor.process(command);
    for (Effect effect : processed.effects()) {
      if (effect instanceof Effect.StepsLeft left) {
        run(new ContinueSteps(left.continuationKey()));
      }
    }
  }

  private static DeployResources deployment() {
    return new DeployResources(
        List.of(file("main.bpmn", PlayModels.main()), file("child.bpmn", PlayModels.child())));
  }

  private static ResourceFile file(String name, BpmnModelInstance model) {
    return new ResourceFile(name, Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8));
  }
}

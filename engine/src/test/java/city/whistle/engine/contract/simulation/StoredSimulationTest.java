package city.whistle.engine.contract.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.command.Command;
import city.whistle.engine.command.ContinueSteps;
import city.whistle.engine.command.CreateInstance;
import city.whistle.engine.command.DeployResources;
import city.whistle.engine.command.DeployResources.ResourceFile;
import city.whistle.engine.command.Processor;
import city.whistle.engine.decision.DecisionEngine;
import city.whistle.engine.expression.ExpressionEngine;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.model.ModelCompiler;
import city.whistle.engine.outcome.Effect;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import city.whistle.engine.store.Snapshot;
import city.whistle.engine.store.Store;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Random processes under random actions, written to PostgreSQL in groups: what would be loaded is
 * what memory holds, all the time, and an engine that loaded it goes on with it. A failure names
 * its seed; {@code -Dsimulation.seed=…} plays it again.
 */
class StoredSimulationTest {

  private static final int GROUPS = 30;
  private static final int MOST_ACTIONS = 20;
  private static final int MOST_OPEN = 6;

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

  @RepeatedTest(4)
  void memoryIsWhatWouldBeLoaded() throws SQLException {
    long seed = Long.getLong("simulation.seed", new Random().nextInt(1_000_000));
    Random random = new Random(seed);
    load();
    deploy("called", new RandomModel(random, null).xml("called"));
    String main = new RandomModel(random, "called").xml("main");
    MigratedModel next = new MigratedModel(random, "main", main);
    deploy("main", main);
    deploy("next", next.xml());
    for (int group = 0; group < GROUPS; group++) {
      play(random);
      migrateOne(random, next);
      store.write(state.journal().drain(), keys.last());
      assertThat(Snapshot.ofStore(database))
          .as("-Dsimulation.seed=%d, group %d", seed, group)
          .isEqualTo(Snapshot.of(state));
      if (random.nextInt(5) == 0) {
        load();
      }
    }
  }

  private void load() throws SQLException {
    state.clear();
    store.load(state, keys);
    processor.afterLoad();
  }

  private void play(Random random) {
    if (state.processInstances.all().size() < MOST_OPEN) {
      run(instance(random));
    }
    RandomActions actions = new RandomActions(random, state);
    for (int i = random.nextInt(MOST_ACTIONS); i >= 0; i--) {
      actions.next().ifPresent(this::run);
    }
  }

  private void migrateOne(Random random, MigratedModel next) {
    if (random.nextBoolean()) {
      state.processInstances.all().stream()
          .filter(instance -> instance.bpmnProcessId().equals("main"))
          .min(Comparator.comparingLong(ProcessInstance::key))
          .ifPresent(instance -> run(next.migrate(instance, state)));
    }
  }

  private void run(Command<?> command) {
    List<Effect> effects;
    try {
      effects = processor.process(command).effects();
    } catch (Rejection refused) {
      return;
    }
    for (Effect effect : effects) {
      if (effect instanceof Effect.StepsLeft left) {
        run(new ContinueSteps(left.continuationKey()));
      }
    }
  }

  private void deploy(String name, String xml) {
    processor.process(
        new DeployResources(
            List.of(new ResourceFile(name + ".bpmn", xml.getBytes(StandardCharsets.UTF_8)))));
  }

  private static CreateInstance instance(Random random) {
    Map<String, Object> variables =
        Map.of(
            "ok",
            random.nextInt(4) > 0,
            "n",
            (long) random.nextInt(10),
            "items",
            List.of(1L, 2L, 3L),
            "key",
            "k" + random.nextInt(3));
    return new CreateInstance(
        Row.NONE, "main", -1, JsonValue.of(variables), List.of(), List.of("tag"), false, List.of());
  }
}

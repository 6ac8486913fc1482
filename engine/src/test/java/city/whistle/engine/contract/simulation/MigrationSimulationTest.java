package city.whistle.engine.contract.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.Command;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ProcessInstance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random processes, migrated to their next version wherever an instance happens to wait, with what
 * must always hold checked after each command. A failure names its seed; {@code
 * -Dsimulation.seed=…} runs that one alone, {@code -Dsimulation.runs=…} more.
 */
class MigrationSimulationTest {

  private static final int ACTIONS = 40;
  private static final int TO_THE_END = 3000;

  private final SimulatedEngine.Tools tools = new SimulatedEngine.Tools();
  private int migrated;
  private int refused;

  @Test
  void everyMigratedInstanceGoesOnToItsEnd() {
    Long seed = Long.getLong("simulation.seed");
    long first = seed == null ? new Random().nextInt(1_000_000) * 1000L : seed;
    int runs = seed == null ? Integer.getInteger("simulation.runs", 40) : 1;
    LongStream.range(first, first + runs).forEach(this::play);
    if (seed == null) {
      assertThat(migrated).as("migrated, besides %d refused", refused).isGreaterThan(runs);
    }
  }

  private void play(long seed) {
    List<Object> actions = new ArrayList<>();
    try {
      play(new Random(seed), actions);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("-Dsimulation.seed=%d fails after %s".formatted(seed, actions), e);
    }
  }

  private void play(Random random, List<Object> actions) {
    SimulatedEngine engine = new SimulatedEngine(tools);
    Map<String, MigratedModel> versions =
        Map.of(
            "called", deploy(engine, random, "called", null),
            "main", deploy(engine, random, "main", "called"));
    RandomActions possible = new RandomActions(random, engine.state);
    engine.start("main", variables(random));
    for (int i = 0; i < ACTIONS; i++) {
      possible.next().ifPresent(command -> run(engine, command, actions));
      if (random.nextInt(4) == 0) {
        migrateAll(engine, versions, actions);
      }
    }
    for (int i = 0; i < TO_THE_END && !engine.state.processInstances.all().isEmpty(); i++) {
      possible.benign().ifPresent(command -> run(engine, command, actions));
    }
    assertThat(engine.state.processInstances.all())
        .as("instances that never end, with incidents %s", engine.state.incidents.all())
        .isEmpty();
  }

  private static MigratedModel deploy(
      SimulatedEngine engine, Random random, String processId, String called) {
    String xml = new RandomModel(random, called).xml(processId);
    MigratedModel next = new MigratedModel(random, processId, xml);
    engine.deploy(xml);
    engine.deploy(next.xml());
    return next;
  }

  private static Optional<Rejection> run(
      SimulatedEngine engine, Command<?> command, List<Object> actions) {
    actions.add(command);
    return engine.run(command);
  }

  private void migrateAll(
      SimulatedEngine engine, Map<String, MigratedModel> versions, List<Object> actions) {
    List<ProcessInstance> open =
        engine.state.processInstances.all().stream()
            .filter(instance -> versions.containsKey(instance.bpmnProcessId()))
            .sorted(Comparator.comparingLong(ProcessInstance::key))
            .toList();
    for (ProcessInstance instance : open) {
      MigratedModel next = versions.get(instance.bpmnProcessId());
      Optional<Rejection> why = run(engine, next.migrate(instance, engine.state), actions);
      migrated += why.isEmpty() ? 1 : 0;
      refused += why.isEmpty() ? 0 : 1;
      why.ifPresent(
          rejection ->
              assertThat(rejection)
                  .hasMessageMatching(
                      "(?s).*(is about to end|an event is under way|has not happened yet).*"));
    }
  }

  private static Map<String, Object> variables(Random random) {
    List<Long> items = LongStream.range(0, random.nextInt(4)).boxed().toList();
    return Map.of(
        "ok", random.nextInt(4) > 0, "n", (long) random.nextInt(10), "items", items, "key", "k");
  }
}

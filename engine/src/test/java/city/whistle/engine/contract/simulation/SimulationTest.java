package city.whistle.engine.contract.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random processes under random actions, with what must always hold checked after each. A failure
 * names its seed; {@code -Dsimulation.seed=…} runs that one alone, {@code -Dsimulation.runs=…}
 * more.
 */
class SimulationTest {

  private static final int ACTIONS = 40;
  private static final int TO_THE_END = 3000;

  private final SimulatedEngine.Tools tools = new SimulatedEngine.Tools();

  @Test
  void holdsItsInvariantsWhateverHappens() {
    Long seed = Long.getLong("simulation.seed");
    long first = seed == null ? new Random().nextInt(1_000_000) * 1000L : seed;
    int runs = seed == null ? Integer.getInteger("simulation.runs", 150) : 1;
    LongStream.range(first, first + runs).forEach(this::play);
  }

  private void play(long seed) {
    List<Object> actions = new ArrayList<>();
    try {
      play(new Random(seed), actions);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "-Dsimulation.seed=%d fails after:%n%s".formatted(seed, lines(actions)), e);
    }
  }

  private static String lines(List<Object> actions) {
    StringBuilder lines = new StringBuilder();
    actions.stream()
        .skip(Math.max(0, actions.size() - 15))
        .forEach(action -> lines.append(action).append(System.lineSeparator()));
    return lines.toString();
  }

  private void play(Random random, List<Object> actions) {
    SimulatedEngine engine = new SimulatedEngine(tools);
    String called = new RandomModel(random, null).xml("called");
    String model = new RandomModel(random, "called").xml("main");
    engine.deploy(called);
    engine.deploy(model);
    RandomActions possible = new RandomActions(random, engine.state);
    int instances = 1 + random.nextInt(2);
    for (int i = 0; i < instances; i++) {
      engine.start("main", variables(random, i));
    }
    for (int i = 0; i < ACTIONS; i++) {
      possible
          .next()
          .ifPresent(
              command -> {
                actions.add(command);
                engine.run(command);
              });
    }
    playToTheEnd(engine, possible, actions);
  }

  /** With everybody doing what is asked of them every instance ends: no token was lost. */
  private static void playToTheEnd(
      SimulatedEngine engine, RandomActions possible, List<Object> actions) {
    for (int i = 0; i < TO_THE_END; i++) {
      var next = possible.benign();
      if (next.isEmpty()) {
        break;
      }
      actions.add(next.get());
      engine.run(next.get());
    }
    assertThat(engine.state.processInstances.all())
        .as("instances that never end, with incidents %s", engine.state.incidents.all())
        .isEmpty();
    assertThat(engine.state.elementInstances.all()).isEmpty();
  }

  private static Map<String, Object> variables(Random random, int instance) {
    List<Long> items = LongStream.range(0, random.nextInt(4)).boxed().toList();
    return Map.of(
        "ok",
        random.nextInt(4) > 0,
        "n",
        (long) random.nextInt(10),
        "items",
        items,
        "key",
        "k" + instance);
  }
}

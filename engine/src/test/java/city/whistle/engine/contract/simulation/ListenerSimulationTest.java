package city.whistle.engine.contract.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.Command;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.UserTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random listeners whose properties fail now and then, under workers that deny and correct and
 * people who assign, update and cancel. A failure names its seed; {@code -Dsimulation.seed=…} runs
 * that one alone, {@code -Dsimulation.runs=…} more.
 */
class ListenerSimulationTest {

  private static final int ACTIONS = 60;
  private static final int TO_THE_END = 2000;

  private final SimulatedEngine.Tools tools = new SimulatedEngine.Tools();

  /** What each task had when no transition was under way. */
  private final Map<Long, UserTask.Attributes> atRest = new HashMap<>();

  @Test
  void nobodyIsBlamedForAListenerThatComesLater() {
    Long seed = Long.getLong("simulation.seed");
    long first = seed == null ? new Random().nextInt(1_000_000) * 1000L : seed;
    int runs = seed == null ? Integer.getInteger("simulation.runs", 100) : 1;
    LongStream.range(first, first + runs).forEach(this::play);
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
    atRest.clear();
    SimulatedEngine engine = new SimulatedEngine(tools);
    engine.deploy(new ListenedModel(random).xml("main"));
    ListenerActions possible = new ListenerActions(random, engine.state);
    engine.start("main", random.nextBoolean() ? Map.of() : ListenerActions.MENDED);
    for (int i = 0; i < ACTIONS; i++) {
      possible.next().ifPresent(command -> run(engine, command, actions));
    }
    for (int i = 0; i < TO_THE_END && !engine.state.processInstances.all().isEmpty(); i++) {
      run(engine, possible.benign(), actions);
    }
    assertThat(engine.state.processInstances.all())
        .as("instances that never end, with incidents %s", engine.state.incidents.all())
        .isEmpty();
  }

  /** All commands of these actions may be done, but those that begin what is under way. */
  private void run(SimulatedEngine engine, Command<?> command, List<Object> actions) {
    actions.add(command);
    Optional<Rejection> refused = engine.run(command);
    assertThat(refused).as("refusal of %s", command).isEmpty();
    engine.state.userTasks.all().forEach(this::keepsItsAttributes);
  }

  private void keepsItsAttributes(UserTask task) {
    if (task.state() == UserTask.State.CREATED) {
      atRest.put(task.key(), task.attributes());
    } else if (task.state() == UserTask.State.CREATING || !atRest.containsKey(task.key())) {
      assertThat(task.attributes().assignee()).as("assignee of new %s", task).isNull();
    } else {
      assertThat(task.attributes()).as("%s", task).isEqualTo(atRest.get(task.key()));
    }
  }
}

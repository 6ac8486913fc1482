package city.whistle.engine.contract.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.Variable;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random chains of mappings against the plainest way to say what they do. A failure names its seed;
 * {@code -Dsimulation.seed=…} runs that one alone, {@code -Dsimulation.runs=…} more.
 */
class MappingSimulationTest {

  private static final List<String> TARGETS =
      List.of("a", "b", "c", "a.x", "a.y", "a.y.z", "b.x", "c.x", "c.y.z");

  private static final Map<String, Object> PROCESS =
      Map.of("a", Map.of("x", 1L, "y", Map.of("z", 2L, "w", 3L)), "b", 4L, "keep", 5L);

  private static final Map<String, Object> RESULT =
      Map.of("a", Map.of("x", 6L, "noise", 7L), "r", Map.of("z", 8L));

  private final SimulatedEngine.Tools tools = new SimulatedEngine.Tools();

  /**
   * @param seen what the source gives where it sees these variables
   */
  private record Source(String feel, Function<MappedTree, Object> seen) {}

  private record Chain(String target, Source source) {}

  @Test
  void everyChainOfInputsIsOneEvaluation() {
    seeds().forEach(seed -> named(seed, this::inputs));
  }

  @Test
  void everyChainOfOutputsIsOneEvaluation() {
    seeds().forEach(seed -> named(seed, this::outputs));
  }

  private static LongStream seeds() {
    Long seed = Long.getLong("simulation.seed");
    long first = seed == null ? new Random().nextInt(1_000_000) * 1000L : seed;
    int runs = seed == null ? Integer.getInteger("simulation.runs", 150) : 1;
    return LongStream.range(first, first + runs);
  }

  private static void named(long seed, Consumer<List<Chain>> play) {
    List<Chain> chain = chain(new Random(seed));
    try {
      play.accept(chain);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("-Dsimulation.seed=%d fails: %s".formatted(seed, chain), e);
    }
  }

  private static List<Chain> chain(Random random) {
    List<Chain> chain = new ArrayList<>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      chain.add(new Chain(TARGETS.get(random.nextInt(TARGETS.size())), source(random)));
    }
    return chain;
  }

  private static Source source(Random random) {
    List<String> readable = new ArrayList<>(TARGETS);
    readable.addAll(List.of("r", "r.z", "a.y.w", "a.noise"));
    String path = readable.get(random.nextInt(readable.size()));
    int number = 1 + random.nextInt(9);
    return switch (random.nextInt(6)) {
      case 0 -> new Source(String.valueOf(number), seen -> (long) number);
      case 1 -> new Source("duration(\"PT" + number + "H\")", seen -> Duration.ofHours(number));
      case 2 ->
          new Source(
              path + ".hours",
              seen -> seen.get(path) instanceof Duration d ? (Object) d.toHours() : null);
      default -> new Source(path, seen -> seen.get(path));
    };
  }

  private SimulatedEngine atTheJob(
      List<Chain> chain, BiConsumer<ServiceTaskBuilder, Chain> mapping) {
    SimulatedEngine engine = new SimulatedEngine(tools);
    engine.deploy(
        Bpmn.convertToString(
            Bpmn.createExecutableProcess("main")
                .startEvent()
                .serviceTask(
                    "Work",
                    t -> {
                      t.zeebeJobType(RandomModel.JOB);
                      chain.forEach(each -> mapping.accept(t, each));
                    })
                .serviceTask("After", t -> t.zeebeJobType(RandomModel.JOB))
                .endEvent()
                .done()));
    engine.start("main", PROCESS);
    return engine;
  }

  private static Job job(SimulatedEngine engine) {
    return engine.state.jobs.all().iterator().next();
  }

  private static Map<String, Object> variables(SimulatedEngine engine, long scopeKey) {
    Map<String, Object> found = new LinkedHashMap<>();
    for (Variable variable : engine.state.variables.all()) {
      if (variable.scopeKey() == scopeKey) {
        found.put(variable.name(), JsonValue.parse(variable.value().text()).value());
      }
    }
    return found;
  }

  private void inputs(List<Chain> chain) {
    SimulatedEngine engine =
        atTheJob(chain, (t, each) -> t.zeebeInputExpression(each.source().feel(), each.target()));
    MappedTree seen = new MappedTree(PROCESS);
    MappedTree made = new MappedTree(Map.of());
    for (Chain each : chain) {
      Object value = each.source().seen().apply(seen);
      seen.put(each.target(), value);
      made.put(each.target(), value);
    }
    assertThat(variables(engine, job(engine).elementInstanceKey())).isEqualTo(made.written());
  }

  private void outputs(List<Chain> chain) {
    SimulatedEngine engine =
        atTheJob(chain, (t, each) -> t.zeebeOutputExpression(each.source().feel(), each.target()));
    Job job = job(engine);
    engine.run(new CompleteJob(job.key(), JsonValue.of(RESULT), null));
    MappedTree seen = new MappedTree(PROCESS);
    RESULT.forEach(seen::put);
    MappedTree outside = new MappedTree(PROCESS);
    for (Chain each : chain) {
      Object value = each.source().seen().apply(seen);
      seen.put(each.target(), value);
      outside.put(each.target(), value);
    }
    assertThat(variables(engine, job.processInstanceKey())).isEqualTo(outside.written());
  }
}

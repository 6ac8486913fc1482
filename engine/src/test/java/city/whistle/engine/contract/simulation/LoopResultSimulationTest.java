package city.whistle.engine.contract.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.Variable;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.builder.AbstractActivityBuilder;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.MultiInstanceLoopCharacteristicsBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random multi-instances some of whose instances give no result: the collection has null at just
 * their places, and no result is seen outside. A failure names its seed; {@code
 * -Dsimulation.seed=…} runs that one alone, {@code -Dsimulation.runs=…} more.
 */
class LoopResultSimulationTest {

  private final SimulatedEngine.Tools tools = new SimulatedEngine.Tools();

  @Test
  void everyInstanceKeepsItsResultToItself() {
    Long seed = Long.getLong("simulation.seed");
    long first = seed == null ? new Random().nextInt(1_000_000) * 1000L : seed;
    int runs = seed == null ? Integer.getInteger("simulation.runs", 100) : 1;
    LongStream.range(first, first + runs).forEach(this::play);
  }

  private void play(long seed) {
    try {
      play(new Random(seed));
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("-Dsimulation.seed=%d fails".formatted(seed), e);
    }
  }

  private void play(Random random) {
    int items = random.nextInt(5);
    boolean known = random.nextBoolean();
    SimulatedEngine engine = new SimulatedEngine(tools);
    engine.deploy(model(random));
    Map<String, Object> variables = new HashMap<>(Map.of("items", numbers(items)));
    if (known) {
      variables.put("res", -1L);
    }
    engine.start("main", variables);
    List<Object> expected = new ArrayList<>(Collections.nCopies(items, null));
    for (int i = 0; i < items; i++) {
      completeOne(engine, random, expected);
    }
    variables.put("results", expected);
    assertThat(processVariables(engine)).isEqualTo(variables);
  }

  private static List<Long> numbers(int items) {
    return LongStream.range(0, items).boxed().toList();
  }

  private static String model(Random random) {
    AbstractFlowNodeBuilder<?, ?> start = Bpmn.createExecutableProcess("main").startEvent();
    boolean sequential = random.nextBoolean();
    boolean mapped = random.nextBoolean();
    AbstractActivityBuilder<?, ?> repeated =
        random.nextBoolean()
            ? start.serviceTask("Work", t -> t.zeebeJobType(RandomModel.JOB))
            : start.subProcess(
                "Sub",
                s ->
                    s.embeddedSubProcess()
                        .startEvent()
                        .serviceTask("Work", t -> t.zeebeJobType(RandomModel.JOB))
                        .endEvent());
    if (mapped) {
      repeated.zeebeOutputExpression("res", "res");
    }
    repeated.multiInstance(m -> loop(m, sequential));
    return Bpmn.convertToString(
        repeated.serviceTask("After", t -> t.zeebeJobType("after")).endEvent().done());
  }

  private static void loop(MultiInstanceLoopCharacteristicsBuilder loop, boolean sequential) {
    loop.zeebeInputCollectionExpression("items")
        .zeebeInputElement("item")
        .zeebeOutputCollection("results")
        .zeebeOutputElementExpression("res");
    if (sequential) {
      loop.sequential();
    }
  }

  private static void completeOne(SimulatedEngine engine, Random random, List<Object> expected) {
    List<Job> jobs =
        engine.state.jobs.all().stream().sorted(Comparator.comparingLong(Job::key)).toList();
    Job job = jobs.get(random.nextInt(jobs.size()));
    boolean gives = random.nextInt(3) > 0;
    if (gives) {
      expected.set(itemOf(engine, job), (long) job.key());
    }
    Map<String, Object> result = gives ? Map.of("res", job.key()) : Map.of();
    engine.run(new CompleteJob(job.key(), JsonValue.of(result), null));
  }

  private static int itemOf(SimulatedEngine engine, Job job) {
    for (long key = job.elementInstanceKey();
        ;
        key = engine.state.elementInstances.get(key).scopeKey()) {
      Object item = variables(engine, key).get("item");
      if (item instanceof Long index) {
        return index.intValue();
      }
    }
  }

  private static Map<String, Object> processVariables(SimulatedEngine engine) {
    long key = engine.state.processInstances.all().iterator().next().key();
    return variables(engine, key);
  }

  private static Map<String, Object> variables(SimulatedEngine engine, long scopeKey) {
    Map<String, Object> found = new HashMap<>();
    for (Variable variable : engine.state.variables.all()) {
      if (variable.scopeKey() == scopeKey) {
        found.put(variable.name(), variable.value().value());
      }
    }
    return found;
  }
}

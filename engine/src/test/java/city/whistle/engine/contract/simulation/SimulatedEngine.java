package city.whistle.engine.contract.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.command.Command;
import city.whistle.engine.command.ContinueSteps;
import city.whistle.engine.command.CreateInstance;
import city.whistle.engine.command.DeployResources;
import city.whistle.engine.command.Processed;
import city.whistle.engine.command.Processor;
import city.whistle.engine.decision.DecisionEngine;
import city.whistle.engine.expression.ExpressionEngine;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.model.ModelCompiler;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.outcome.Effect;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.NetChanges;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine's core on memory, with what a store would have beside it. */
final class SimulatedEngine {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  final State state = new State();
  private final Map<String, ProcessModel> models = new HashMap<>();
  private final Tools tools;
  private final Processor processor;
  private final Shadow shadow = new Shadow();
  private final Invariants invariants = new Invariants(state, models);
  private final Interruptions interruptions = new Interruptions(models);

  /**
   * @param tools used by one engine at a time
   */
  SimulatedEngine(Tools tools) {
    this.tools = tools;
    tools.clock.reset();
    processor =
        new Processor(
            state,
            new KeyGenerator(),
            tools.clock,
            tools.expressions,
            tools.decisions,
            tools.compiler);
  }

  /** What is dear to make and the same for all runs. */
  static final class Tools {

    private final EngineClock clock = new EngineClock(Clock.fixed(START, ZoneOffset.UTC));
    private final ExpressionEngine expressions = new ExpressionEngine(clock);
    private final DecisionEngine decisions = new DecisionEngine(clock);
    private final ModelCompiler compiler = new ModelCompiler(expressions);
  }

  void deploy(String xml) {
    tools
        .compiler
        .compile("random.bpmn", xml)
        .forEach(model -> models.put(model.bpmnProcessId(), model));
    run(
        new DeployResources(
            List.of(
                new DeployResources.ResourceFile(
                    "random.bpmn", xml.getBytes(StandardCharsets.UTF_8)))));
  }

  void start(String processId, Map<String, Object> variables) {
    run(
        new CreateInstance(
            Row.NONE,
            processId,
            -1,
            JsonValue.of(variables),
            List.of(),
            List.of(),
            false,
            List.of()));
  }

  /**
   * Runs the command to its end and checks what must always hold.
   *
   * @return why it was refused, empty where it was done
   */
  Optional<Rejection> run(Command<?> command) {
    Optional<Rejection> refused = process(command);
    assertThat(state.continuations.all()).isEmpty();
    invariants.check();
    shadow.assertEquals(state);
    return refused;
  }

  private Optional<Rejection> process(Command<?> command) {
    Processed<?> processed;
    try {
      processed = processor.process(command);
    } catch (Rejection rejection) {
      NetChanges left = state.journal().drain();
      assertThat(left.isEmpty()).as("changes of a refused command").isTrue();
      return Optional.of(rejection);
    }
    NetChanges changes = state.journal().drain();
    interruptions.check(changes);
    shadow.apply(changes);
    for (Effect effect : processed.effects()) {
      if (effect instanceof Effect.StepsLeft left) {
        process(new ContinueSteps(left.continuationKey()));
      }
    }
    return Optional.empty();
  }
}

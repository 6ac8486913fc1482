package city.whistle.engine.command;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.decision.DecisionEngine;
import city.whistle.engine.execution.CompiledSources;
import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Execution;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.expression.ExpressionEngine;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.model.ModelCompiler;
import city.whistle.engine.state.Journal;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.State;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Does commands on the engine's state. */
public final class Processor implements CommandProcessor {

  private final Turn turn;
  private final EngineClock clock;
  private final Journal journal;
  private final Components components;
  private final Execution execution;
  private final FileCompiler compiler;
  private final Handlers handlers;

  public Processor(
      State state,
      KeyGenerator keys,
      EngineClock clock,
      ExpressionEngine expressions,
      DecisionEngine decisions,
      ModelCompiler compiler) {
    this(state, keys, clock, expressions, decisions, new CompiledSources(compiler, decisions));
  }

  public Processor(
      State state,
      KeyGenerator keys,
      EngineClock clock,
      ExpressionEngine expressions,
      DecisionEngine decisions,
      CompiledSources sources) {
    this.turn = new Turn(state, keys);
    this.clock = clock;
    this.journal = state.journal();
    this.components = new Components(turn, expressions, decisions, sources);
    this.compiler = new FileCompiler(sources);
    this.execution = new Execution(components);
    this.handlers = new Handlers(components, execution, clock, this.compiler);
  }

  @Override
  public <A> Processed<A> process(Command<A> command) {
    turn.begin(clock.instant());
    int mark = journal.mark();
    boolean done = false;
    try {
      A answer = handlers.handle(command);
      execution.run();
      done = true;
      return new Processed<>(answer, turn.effects());
    } finally {
      components.waiters.settle(done);
      components.transitions.settle(done);
      if (!done) {
        journal.undoTo(mark);
      }
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public <A> Optional<Preparation<A>> preparation(Command<A> command) {
    return command instanceof DeployResources deployment
        ? Optional.of((Preparation<A>) new DeploymentPreparation(deployment, compiler))
        : Optional.empty();
  }

  @Override
  public List<Runnable> preparationsAfterLoad() {
    return components.definitions.compileAhead(
        components.turn.state().processInstances.all().stream()
            .map(ProcessInstance::processDefinitionKey)
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  @Override
  public void afterLoad() {
    components.definitions.clear();
    components.waiters.clear();
    components.transitions.clear();
  }
}

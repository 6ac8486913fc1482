package city.whistle.engine.execution.behavior;

import city.whistle.engine.execution.Evaluator;
import city.whistle.engine.execution.LoopResults;
import city.whistle.engine.execution.ScopeEnd;
import city.whistle.engine.execution.Scopes;
import city.whistle.engine.execution.Step;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.Loop;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.LoopItems;
import city.whistle.engine.state.LoopProgress;
import city.whistle.engine.state.State;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The body around the instances of an activity: one for each item of a list. */
public final class MultiInstanceBehavior implements Behavior {

  private final Turn turn;
  private final State state;
  private final Scopes scopes;
  private final Evaluator evaluator;
  private final LoopResults results;
  private final ScopeEnd scopeEnd;

  public MultiInstanceBehavior(
      Turn turn, Scopes scopes, Evaluator evaluator, LoopResults results, ScopeEnd scopeEnd) {
    this.turn = turn;
    this.results = results;
    this.state = turn.state();
    this.scopes = scopes;
    this.evaluator = evaluator;
    this.scopeEnd = scopeEnd;
  }

  @Override
  public void activate(Element element, ElementInstance body) {
    Loop loop = element.loop();
    List<?> items = evaluator.list(loop.inputCollection(), scopes.visibleFrom(body.key()));
    state.loopItems.put(new LoopItems(body.key(), body.processInstanceKey(), JsonValue.of(items)));
    state.elementInstances.put(body.with(new LoopProgress(items.size(), 0, 0, 0, turn.depth())));
    if (loop.outputCollection() != null) {
      results.begin(body, loop.outputCollection(), items.size());
    }
    turn.queue(items.isEmpty() ? new Step.Complete(body.key()) : new Step.NextItem(body.key()));
  }

  @Override
  public void childCompletes(Element element, ElementInstance child) {
    Loop loop = element.loop();
    collect(loop, child);
    ElementInstance body = state.elementInstances.get(child.scopeKey());
    ElementInstance counted = body.with(body.loop().oneCompleted());
    state.elementInstances.put(counted);
    if (isEnough(loop, counted, child)) {
      scopeEnd.endScope(counted);
    } else if (loop.sequential() && counted.loop().next() < counted.loop().total()) {
      turn.goOnFrom(Math.min(turn.depth(), counted.loop().depth()));
      turn.queue(new Step.NextItem(body.key()));
    }
  }

  private void collect(Loop loop, ElementInstance child) {
    if (loop.outputCollection() == null) {
      return;
    }
    Object result =
        evaluator.value(
            loop.outputElement(), scopes.visibleFrom(child.key()), ErrorType.EXTRACT_VALUE_ERROR);
    ElementInstance body = state.elementInstances.get(child.scopeKey());
    results.put(body, loop.outputCollection(), child.loopCounter() - 1, result);
  }

  private boolean isEnough(Loop loop, ElementInstance body, ElementInstance child) {
    if (loop.completionCondition() == null) {
      return false;
    }
    LoopProgress progress = body.loop();
    long created = progress.next();
    long ended = (long) progress.completed() + progress.terminated();
    VariableSource counts =
        VariableSource.of(
            Map.of(
                "numberOfInstances", (long) progress.total(),
                "numberOfActiveInstances", created - ended,
                "numberOfCompletedInstances", (long) progress.completed(),
                "numberOfTerminatedInstances", (long) progress.terminated()));
    VariableSource variables = counts.over(scopes.visibleFrom(child.key()));
    return evaluator.condition(loop.completionCondition(), variables);
  }

  @Override
  public void complete(Element element, ElementInstance body) {
    String name = element.loop().outputCollection();
    if (name != null) {
      Object all = results.all(body, name);
      scopes.propagate(body.scopeKey(), Collections.singletonMap(name, all));
    }
  }
}

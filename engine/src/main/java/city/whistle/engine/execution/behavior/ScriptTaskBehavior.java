package city.whistle.engine.execution.behavior;

import city.whistle.engine.execution.Evaluator;
import city.whistle.engine.execution.Scopes;
import city.whistle.engine.execution.Step;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ErrorType;
import java.util.Collections;

/** Evaluates a FEEL script, or leaves it to a job worker. */
public final class ScriptTaskBehavior implements Behavior {

  private final Turn turn;
  private final Scopes scopes;
  private final Evaluator evaluator;
  private final Behavior job;

  public ScriptTaskBehavior(Turn turn, Scopes scopes, Evaluator evaluator, Behavior job) {
    this.turn = turn;
    this.scopes = scopes;
    this.evaluator = evaluator;
    this.job = job;
  }

  @Override
  public void activate(Element element, ElementInstance instance) {
    if (!(element.definition() instanceof Definition.ScriptTask task)) {
      job.activate(element, instance);
      return;
    }
    Object result =
        evaluator.value(
            task.script(), scopes.visibleFrom(instance.key()), ErrorType.EXTRACT_VALUE_ERROR);
    turn.queue(
        new Step.Complete(
            instance.key(), JsonValue.of(Collections.singletonMap(task.resultVariable(), result))));
  }
}

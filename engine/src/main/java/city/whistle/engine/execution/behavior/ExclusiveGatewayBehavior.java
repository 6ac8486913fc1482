package city.whistle.engine.execution.behavior;

import city.whistle.engine.execution.Evaluator;
import city.whistle.engine.execution.IncidentException;
import city.whistle.engine.execution.Scopes;
import city.whistle.engine.execution.Step;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.SequenceFlow;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ErrorType;
import java.util.List;

/** Takes the first flow whose condition holds, else the default flow. */
public final class ExclusiveGatewayBehavior implements Behavior {

  private final Turn turn;
  private final Scopes scopes;
  private final Evaluator evaluator;

  public ExclusiveGatewayBehavior(Turn turn, Scopes scopes, Evaluator evaluator) {
    this.turn = turn;
    this.scopes = scopes;
    this.evaluator = evaluator;
  }

  @Override
  public void activate(Element element, ElementInstance instance) {
    turn.queue(
        new Step.Complete(instance.key(), JsonValue.EMPTY_OBJECT, choose(element, instance)));
  }

  private List<String> choose(Element element, ElementInstance instance) {
    String defaultId = ((Definition.ExclusiveGateway) element.definition()).defaultFlowId();
    VariableSource variables = scopes.visibleFrom(instance.key());
    for (SequenceFlow flow : element.outgoing()) {
      if (flow.id().equals(defaultId)) {
        continue;
      }
      if (flow.condition() == null || evaluator.condition(flow.condition(), variables)) {
        return List.of(flow.id());
      }
    }
    if (defaultId != null) {
      return List.of(defaultId);
    }
    if (element.outgoing().isEmpty()) {
      return List.of();
    }
    throw new IncidentException(
        ErrorType.CONDITION_ERROR,
        "Expected at least one condition to be true, or a default flow, at gateway '%s'."
            .formatted(element.id()));
  }
}

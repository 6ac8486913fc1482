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
import java.util.ArrayList;
import java.util.List;

/** Takes every flow whose condition holds, or the default flow where none does. */
public final class InclusiveGatewayBehavior implements Behavior {

  private final Turn turn;
  private final Scopes scopes;
  private final Evaluator evaluator;

  public InclusiveGatewayBehavior(Turn turn, Scopes scopes, Evaluator evaluator) {
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
    String defaultId = ((Definition.InclusiveGateway) element.definition()).defaultFlowId();
    VariableSource variables = scopes.visibleFrom(instance.key());
    List<String> chosen = new ArrayList<>();
    for (SequenceFlow flow : element.outgoing()) {
      boolean holds =
          !flow.id().equals(defaultId)
              && (flow.condition() == null || evaluator.condition(flow.condition(), variables));
      if (holds) {
        chosen.add(flow.id());
      }
    }
    if (chosen.isEmpty() && defaultId != null) {
      chosen.add(defaultId);
    }
    if (chosen.isEmpty() && !element.outgoing().isEmpty()) {
      throw new IncidentException(
          ErrorType.CONDITION_ERROR,
          "Expected at least one condition to be true, or a default flow, at gateway '%s'."
              .formatted(element.id()));
    }
    return chosen;
  }
}

package city.whistle.engine.execution.behavior;

import city.whistle.engine.execution.Step;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.state.ElementInstance;
import java.util.List;

/** Takes every flow whose condition holds, or the default flow where none does. */
public final class InclusiveGatewayBehavior implements Behavior {

  private final Turn turn;
  private final FlowConditions conditions;

  public InclusiveGatewayBehavior(Turn turn, FlowConditions conditions) {
    this.turn = turn;
    this.conditions = conditions;
  }

  @Override
  public void activate(Element element, ElementInstance instance) {
    String defaultId = ((Definition.InclusiveGateway) element.definition()).defaultFlowId();
    List<String> fulfilled = conditions.fulfilled(element, instance, defaultId).toList();
    List<String> chosen =
        fulfilled.isEmpty() ? FlowConditions.otherwise(element, defaultId) : fulfilled;
    turn.queue(new Step.Complete(instance.key(), JsonValue.EMPTY_OBJECT, chosen));
  }
}

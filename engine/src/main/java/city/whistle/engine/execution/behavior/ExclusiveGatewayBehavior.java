package city.whistle.engine.execution.behavior;

import city.whistle.engine.execution.Step;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.state.ElementInstance;
import java.util.List;

/** Takes the first flow whose condition holds, else the default flow. */
public final class ExclusiveGatewayBehavior implements Behavior {

  private final Turn turn;
  private final FlowConditions conditions;

  public ExclusiveGatewayBehavior(Turn turn, FlowConditions conditions) {
    this.turn = turn;
    this.conditions = conditions;
  }

  @Override
  public void activate(Element element, ElementInstance instance) {
    String defaultId = ((Definition.ExclusiveGateway) element.definition()).defaultFlowId();
    List<String> chosen =
        conditions
            .fulfilled(element, instance, defaultId)
            .findFirst()
            .map(List::of)
            .orElseGet(() -> FlowConditions.otherwise(element, defaultId));
    turn.queue(new Step.Complete(instance.key(), JsonValue.EMPTY_OBJECT, chosen));
  }
}

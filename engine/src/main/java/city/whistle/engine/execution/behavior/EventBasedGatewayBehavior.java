package city.whistle.engine.execution.behavior;

import city.whistle.engine.execution.Activation;
import city.whistle.engine.execution.Definitions;
import city.whistle.engine.execution.Flows;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.SequenceFlow;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.PendingEvent;

/** Waits for the first of its events and goes on through that one. */
public final class EventBasedGatewayBehavior implements Behavior {

  private final Definitions definitions;
  private final Flows flows;
  private final Activation activation;

  public EventBasedGatewayBehavior(Definitions definitions, Flows flows, Activation activation) {
    this.definitions = definitions;
    this.flows = flows;
    this.activation = activation;
  }

  @Override
  public void activate(Element element, ElementInstance instance) {
    // One of the events that it is subscribed to completes it.
  }

  @Override
  public void left(Element element, ElementInstance instance, ElementInstance scope) {
    PendingEvent event = instance.pendingEvent();
    for (SequenceFlow flow : element.outgoing()) {
      if (flow.targetId().equals(event.elementId())) {
        flows.record(scope, flow);
      }
    }
    activation.activateHappened(
        scope,
        definitions.model(instance.processDefinitionKey()).element(event.elementId()),
        event.variables());
  }
}

package city.whistle.engine.execution;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Element;
import city.whistle.engine.state.Catcher;
import city.whistle.engine.state.ElementInstance;

/** Brings an event that has happened, of whatever kind, to the one that waits for it. */
public final class EventDelivery {

  private final Turn turn;
  private final Definitions definitions;
  private final Instances instances;

  EventDelivery(Turn turn, Definitions definitions, Instances instances) {
    this.turn = turn;
    this.definitions = definitions;
    this.instances = instances;
  }

  /**
   * @return key of the process instance that has the event: one that waits, or the one that begins
   *     with it
   */
  long deliver(Catcher catcher, JsonValue variables) {
    return deliver(catcher, variables, null);
  }

  /**
   * @param correlationKey of the message that the event is, null where it is none
   */
  long deliver(Catcher catcher, JsonValue variables, String correlationKey) {
    if (catcher.startsProcess()) {
      return instances
          .startByEvent(
              definitions.process(catcher.processDefinitionKey()).orElseThrow(),
              catcher.elementId(),
              variables,
              correlationKey)
          .key();
    }
    turn.queue(new Step.Trigger(catcher.elementInstanceKey(), catcher.elementId(), variables));
    return catcher.processInstanceKey();
  }

  /** An error reaches the event that catches it, at the element instance or inside it. */
  void deliver(ElementInstance instance, Element event, JsonValue variables) {
    turn.queue(new Step.Trigger(instance.key(), event.id(), variables));
  }
}

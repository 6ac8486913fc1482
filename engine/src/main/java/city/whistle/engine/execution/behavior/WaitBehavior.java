package city.whistle.engine.execution.behavior;

import city.whistle.engine.execution.Step;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.EventDefinition;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.PendingEvent;

/** Catch events and receive tasks: the event that their subscription is for completes them. */
public final class WaitBehavior implements Behavior {

  private final Turn turn;

  public WaitBehavior(Turn turn) {
    this.turn = turn;
  }

  @Override
  public void activate(Element element, ElementInstance instance) {
    PendingEvent happened = instance.pendingEvent();
    if (happened != null) {
      turn.state().elementInstances.put(instance.awaiting(null));
      turn.queue(new Step.Complete(instance.key(), happened.variables()));
    } else if (isLink(element)) {
      turn.queue(new Step.Complete(instance.key()));
    }
  }

  private static boolean isLink(Element element) {
    return element.definition() instanceof Definition.IntermediateCatchEvent event
        && event.event() instanceof EventDefinition.Link;
  }
}

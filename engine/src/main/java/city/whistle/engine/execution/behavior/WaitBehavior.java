package city.whistle.engine.execution.behavior;

import city.whistle.engine.model.Element;
import city.whistle.engine.state.ElementInstance;

/** Elements that wait for an event: catch events, receive tasks. Their subscription is open. */
public final class WaitBehavior implements Behavior {

  @Override
  public void activate(Element element, ElementInstance instance) {
    // The event that it waits for completes it; a link or boundary event is completed as it begins.
  }
}

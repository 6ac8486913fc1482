package city.whistle.engine.execution;

import city.whistle.engine.model.Element;
import city.whistle.engine.model.Listener;
import city.whistle.engine.state.ElementInstance;
import java.util.List;

/** Calls execution listeners one after another, before an element begins and after it is done. */
final class Listeners {

  private final Jobs jobs;

  Listeners(Jobs jobs) {
    this.jobs = jobs;
  }

  boolean has(Element element, Listener.Event event) {
    return element.listeners().stream().anyMatch(listener -> listener.event() == event);
  }

  /**
   * Asks for the listener of this place.
   *
   * @return false where there is no such listener: then all were called
   */
  boolean call(Element element, ElementInstance instance, Listener.Event event, int index) {
    List<Listener> listeners =
        element.listeners().stream().filter(listener -> listener.event() == event).toList();
    if (index >= listeners.size()) {
      return false;
    }
    Listener listener = listeners.get(index);
    jobs.createFor(instance, listener, index, listener.job().headers());
    return true;
  }
}

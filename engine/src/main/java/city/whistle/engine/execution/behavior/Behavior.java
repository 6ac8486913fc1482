package city.whistle.engine.execution.behavior;

import city.whistle.engine.model.Element;
import city.whistle.engine.state.ElementInstance;

/** What is particular to one kind of element in the life that all share. */
public interface Behavior {

  /** The element is active: do its work, or ask for it. */
  void activate(Element element, ElementInstance instance);

  /** The work is done; output mappings come next. */
  default void complete(Element element, ElementInstance instance) {}

  /** The element has ended and its flows were taken. */
  default void left(Element element, ElementInstance instance, ElementInstance scope) {}

  /** A child, still there with its variables, is about to end. */
  default void childCompletes(Element element, ElementInstance child) {}
}

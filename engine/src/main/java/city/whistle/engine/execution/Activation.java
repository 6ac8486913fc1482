package city.whistle.engine.execution;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.ElementType;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.LoopProgress;
import city.whistle.engine.state.PendingEvent;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;

/** Creates element instances. */
public final class Activation {

  private final Turn turn;
  private final State state;

  public Activation(Turn turn) {
    this.turn = turn;
    this.state = turn.state();
  }

  /** Begins an element, or its multi-instance body, inside a scope. */
  public void activate(ElementInstance scope, Element element) {
    ElementType type = element.loop() == null ? element.type() : ElementType.MULTI_INSTANCE_BODY;
    enter(put(scope, element, type, ElementInstance.State.ACTIVATING, 0, null));
  }

  /** Begins a scope with a given start event. */
  void activateScope(ElementInstance scope, Element element, PendingEvent start) {
    enter(put(scope, element, element.type(), ElementInstance.State.ACTIVATING, 0, start));
  }

  /** Begins one of the instances of a multi-instance body. */
  ElementInstance activateItem(ElementInstance body, Element element, int loopCounter) {
    return put(body, element, element.type(), ElementInstance.State.ACTIVATING, loopCounter, null);
  }

  /**
   * Begins an event behind an event-based gateway that has happened already: it waits for nothing,
   * but has its mappings and listeners.
   */
  public void activateHappened(ElementInstance scope, Element event, JsonValue variables) {
    PendingEvent happened = new PendingEvent(event.id(), variables);
    enter(put(scope, event, event.type(), ElementInstance.State.ACTIVATING, 0, happened));
  }

  /** A scope around an element at which an instance begins; it hasn't begun itself. */
  ElementInstance activateAround(ElementInstance scope, Element element) {
    return put(scope, element, element.type(), ElementInstance.State.ACTIVE, 0, null);
  }

  /**
   * Passes through a start or boundary event that has happened. These have no input mappings and no
   * start listeners (Camunda's docs, Execution listeners: limitations).
   */
  public void activateEvent(ElementInstance scope, Element event, JsonValue variables) {
    ElementInstance instance =
        put(scope, event, event.type(), ElementInstance.State.ACTIVE, 0, null);
    turn.queue(new Step.Complete(instance.key(), variables));
  }

  void enter(ElementInstance instance) {
    turn.queue(new Step.Enter(instance.key()));
  }

  private ElementInstance put(
      ElementInstance scope,
      Element element,
      ElementType type,
      ElementInstance.State begin,
      int loopCounter,
      PendingEvent pendingEvent) {
    ElementInstance instance =
        new ElementInstance(
            turn.nextKey(),
            scope.processInstanceKey(),
            scope.processDefinitionKey(),
            scope.bpmnProcessId(),
            element.id(),
            element.name(),
            type,
            scope.key(),
            begin,
            null,
            loopCounter,
            pendingEvent,
            false,
            turn.now(),
            null);
    state.elementInstances.put(instance);
    return instance;
  }

  /** The process itself, under the key of its instance. */
  ElementInstance activateRoot(
      long processInstanceKey, long processDefinitionKey, Element root, PendingEvent start) {
    ElementInstance instance =
        new ElementInstance(
            processInstanceKey,
            processInstanceKey,
            processDefinitionKey,
            root.id(),
            root.id(),
            root.name(),
            ElementType.PROCESS,
            Row.NONE,
            ElementInstance.State.ACTIVATING,
            (LoopProgress) null,
            0,
            start,
            false,
            turn.now(),
            null);
    state.elementInstances.put(instance);
    return instance;
  }
}

package city.whistle.engine.execution;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.ElementType;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.PendingEvent;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import java.util.List;

/** What happens to an element instance when an event that it waits for, or has attached, occurs. */
public final class Events {

  private final Turn turn;
  private final State state;
  private final Definitions definitions;
  private final Activation activation;
  private final Subscriptions subscriptions;
  private final Flows flows;

  public Events(
      Turn turn,
      Definitions definitions,
      Activation activation,
      Subscriptions subscriptions,
      Flows flows) {
    this.turn = turn;
    this.state = turn.state();
    this.definitions = definitions;
    this.activation = activation;
    this.subscriptions = subscriptions;
    this.flows = flows;
  }

  void trigger(Step.Trigger step) {
    ElementInstance instance = state.elementInstances.find(step.key()).orElse(null);
    if (instance == null || instance.state() != ElementInstance.State.ACTIVE) {
      return;
    }
    ProcessModel model = definitions.model(instance.processDefinitionKey());
    Element event = model.element(step.eventId());
    if (event.type() == ElementType.BOUNDARY_EVENT) {
      if (!isLeftBy(instance, model)) {
        boundary(instance, event, step.variables());
      }
    } else if (instance.pendingEvent() != null || instance.interrupted()) {
      return;
    } else if (event.type() == ElementType.START_EVENT) {
      eventSubProcess(instance, model.element(event.parentId()), event, step.variables());
    } else if (isStopped(instance)) {
      return;
    } else if (instance.type() == ElementType.EVENT_BASED_GATEWAY) {
      state.elementInstances.put(instance.awaiting(new PendingEvent(event.id(), step.variables())));
      turn.queue(new Step.Complete(instance.key(), JsonValue.EMPTY_OBJECT, List.of()));
    } else {
      turn.queue(new Step.Complete(instance.key(), step.variables()));
    }
  }

  /** A boundary event has taken it already; one that is being interrupted inside can be taken. */
  private static boolean isLeftBy(ElementInstance host, ProcessModel model) {
    return host.pendingEvent() != null
        && host.pendingEvent().elementId() != null
        && model.element(host.pendingEvent().elementId()).type() == ElementType.BOUNDARY_EVENT;
  }

  /** Its event has happened before, and an incident keeps it from going on. */
  private boolean isStopped(ElementInstance instance) {
    return state.incidentsByElement.stream(instance.key())
        .anyMatch(incident -> incident.step() != null);
  }

  private void boundary(ElementInstance host, Element event, JsonValue variables) {
    if (((Definition.BoundaryEvent) event.definition()).interrupting()) {
      subscriptions.close(host);
      state.elementInstances.put(host.awaiting(new PendingEvent(event.id(), variables)));
      turn.queue(new Step.Terminate(host.key()));
      return;
    }
    ElementInstance scope = state.elementInstances.get(host.scopeKey());
    if (scope.acceptsTokens()) {
      activation.activateEvent(scope, event, variables);
    }
  }

  private void eventSubProcess(
      ElementInstance scope, Element subProcess, Element start, JsonValue variables) {
    PendingEvent event = new PendingEvent(start.id(), variables);
    if (((Definition.StartEvent) start.definition()).interrupting()) {
      interrupt(scope, event);
    } else {
      activation.activateScope(scope, subProcess, event);
    }
  }

  /**
   * Ends everything inside the scope; once it is gone the event goes on. Until then, and after it,
   * what is attached to the scope still happens.
   */
  private void interrupt(ElementInstance scope, PendingEvent event) {
    if (!scope.acceptsTokens()) {
      return;
    }
    subscriptions.closeInside(scope);
    flows.dropTokens(scope.key());
    state.elementInstances.put(scope.interruptedBy(event));
    if (state.elementsByScope.any(scope.key())) {
      long last = state.elementsByScope.lastKey(scope.key());
      turn.queue(new Step.TerminateChildren(scope.key(), Row.NONE, last));
    } else {
      goOnIn(state.elementInstances.get(scope.key()));
    }
  }

  /** Ends everything inside the scope; once it is gone the scope completes. */
  void endScope(ElementInstance scope) {
    interrupt(scope, new PendingEvent(null, JsonValue.EMPTY_OBJECT));
  }

  /** The scope is empty after an interruption. */
  void goOnIn(ElementInstance scope) {
    PendingEvent event = scope.pendingEvent();
    state.elementInstances.put(scope.interruptedBy(null));
    if (event.elementId() == null) {
      turn.queue(new Step.Complete(scope.key()));
      return;
    }
    ProcessModel model = definitions.model(scope.processDefinitionKey());
    Element start = model.element(event.elementId());
    activation.activateScope(scope, model.element(start.parentId()), event);
  }
}

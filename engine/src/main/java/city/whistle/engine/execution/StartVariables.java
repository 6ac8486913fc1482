package city.whistle.engine.execution;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.PendingEvent;
import city.whistle.engine.state.State;

/**
 * The variables that an event brings into the scope that it starts. They are there before the
 * scope's listeners are called and its event sub-processes look for their correlation keys, which
 * may well be among them. A start event with output mappings keeps them to itself: then the scope
 * has what it maps, and its event sub-processes wait for that.
 */
final class StartVariables {

  private final State state;
  private final Scopes scopes;
  private final Definitions definitions;

  StartVariables(Turn turn, Scopes scopes, Definitions definitions) {
    this.state = turn.state();
    this.scopes = scopes;
    this.definitions = definitions;
  }

  /** Gives the scope what the event that starts it has brought, if nothing is to be mapped. */
  void take(ElementInstance scope) {
    PendingEvent event = scope.pendingEvent();
    if (event != null && isScope(scope) && startOf(scope).outputs().isEmpty()) {
      scopes.propagate(scope.key(), event.variables().members());
      PendingEvent emptied = new PendingEvent(event.elementId(), JsonValue.EMPTY_OBJECT);
      state.elementInstances.put(scope.awaiting(emptied));
    }
  }

  /** Whether the scope's variables are complete only when its start event has mapped them. */
  boolean areMapped(ElementInstance instance) {
    return isScope(instance) && !startOf(instance).outputs().isEmpty();
  }

  private static boolean isScope(ElementInstance instance) {
    return switch (instance.type()) {
      case PROCESS, SUB_PROCESS, EVENT_SUB_PROCESS -> true;
      default -> false;
    };
  }

  private Element startOf(ElementInstance scope) {
    ProcessModel model = definitions.model(scope.processDefinitionKey());
    PendingEvent event = scope.pendingEvent();
    Definition.Scope definition = (Definition.Scope) model.element(scope.elementId()).definition();
    if (event != null) {
      return model.element(event.elementId());
    }
    boolean hasNone = definition.noneStartId() != null;
    return model.element(hasNone ? definition.noneStartId() : definition.startIds().get(0));
  }
}

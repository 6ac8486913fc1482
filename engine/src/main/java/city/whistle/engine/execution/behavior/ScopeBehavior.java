package city.whistle.engine.execution.behavior;

import city.whistle.engine.execution.Activation;
import city.whistle.engine.execution.Definitions;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.PendingEvent;

/** Processes, embedded and event sub-processes: they begin at a start event. */
public final class ScopeBehavior implements Behavior {

  private final Turn turn;
  private final Definitions definitions;
  private final Activation activation;

  public ScopeBehavior(Turn turn, Definitions definitions, Activation activation) {
    this.turn = turn;
    this.definitions = definitions;
    this.activation = activation;
  }

  @Override
  public void activate(Element element, ElementInstance instance) {
    ProcessModel model = definitions.model(instance.processDefinitionKey());
    PendingEvent start = instance.pendingEvent();
    if (start == null) {
      begin((Definition.Scope) element.definition(), model, instance);
    } else {
      ElementInstance begun = instance.awaiting(null);
      turn.state().elementInstances.put(begun);
      activation.activateEvent(begun, model.element(start.elementId()), start.variables());
    }
  }

  /** An event sub-process that somebody begins by hand goes through its start event. */
  private void begin(Definition.Scope scope, ProcessModel model, ElementInstance instance) {
    if (scope.noneStartId() != null) {
      activation.activate(instance, model.element(scope.noneStartId()));
    } else {
      Element start = model.element(scope.startIds().get(0));
      activation.activateEvent(instance, start, JsonValue.EMPTY_OBJECT);
    }
  }
}

package city.whistle.engine.execution;

import city.whistle.engine.expression.Expression;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.ElementType;
import city.whistle.engine.model.EventDefinition;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks, from the inside out and through calling processes, for the event that catches an error.
 */
public final class ErrorEvents {

  private final State state;
  private final Definitions definitions;
  private final EventDelivery delivery;

  ErrorEvents(Turn turn, Definitions definitions, EventDelivery delivery) {
    this.state = turn.state();
    this.definitions = definitions;
    this.delivery = delivery;
  }

  /**
   * Throws a BPMN error. What is about to end, itself or with a scope around it, has nothing to say
   * any more: its error is dropped.
   *
   * @param variables are seen by the event that catches it
   * @return false where nobody catches it
   */
  public boolean throwFrom(ElementInstance source, String code, JsonValue variables) {
    for (ElementInstance at = source; at != null; at = outward(at)) {
      if (!at.acceptsTokens()) {
        return true;
      }
      Optional<Catch> found = catching(at, code);
      if (found.isPresent()) {
        delivery.deliver(found.get().instance, found.get().event, variables);
        return true;
      }
    }
    return false;
  }

  private ElementInstance outward(ElementInstance instance) {
    if (instance.scopeKey() != Row.NONE) {
      return state.elementInstances.get(instance.scopeKey());
    }
    ProcessInstance process = state.processInstances.get(instance.processInstanceKey());
    return process.parentElementInstanceKey() == Row.NONE
        ? null
        : state.elementInstances.get(process.parentElementInstanceKey());
  }

  /** A catcher of just this code comes before one of every code. */
  private Optional<Catch> catching(ElementInstance instance, String code) {
    List<Catch> all = catchers(instance);
    return all.stream()
        .filter(c -> code.equals(codeOf(c.event)))
        .findFirst()
        .or(() -> all.stream().filter(c -> codeOf(c.event) == null).findFirst());
  }

  private List<Catch> catchers(ElementInstance instance) {
    ProcessModel model = definitions.model(instance.processDefinitionKey());
    Element element = model.element(instance.elementId());
    boolean isBody = instance.type() == ElementType.MULTI_INSTANCE_BODY;
    List<String> ids = new ArrayList<>();
    if (!isBody && !instance.interrupted()) {
      ids.addAll(element.eventSubProcessStartIds());
    }
    if (isBody || element.loop() == null) {
      ids.addAll(element.boundaryIds());
    }
    return ids.stream()
        .map(model::element)
        .filter(event -> Subscriptions.eventOf(event) instanceof EventDefinition.Error)
        .map(event -> new Catch(instance, event))
        .toList();
  }

  private static String codeOf(Element event) {
    Expression code = ((EventDefinition.Error) Subscriptions.eventOf(event)).code();
    return code == null || code.source().isEmpty() ? null : code.source();
  }

  private record Catch(ElementInstance instance, Element event) {}
}

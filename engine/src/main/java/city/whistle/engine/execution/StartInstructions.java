package city.whistle.engine.execution;

import city.whistle.engine.model.Element;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ProcessDefinition;
import city.whistle.engine.state.ProcessInstance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts instances before elements of the caller's choice. The scopes around them are created once
 * each, with their subscriptions, but without their input mappings, listeners and start events
 * (Camunda's docs, Process instance modification: activate a nested element).
 */
public final class StartInstructions {

  private final Turn turn;
  private final Definitions definitions;
  private final Activation activation;
  private final Instances instances;
  private final Subscriptions subscriptions;

  StartInstructions(
      Turn turn,
      Definitions definitions,
      Activation activation,
      Instances instances,
      Subscriptions subscriptions) {
    this.turn = turn;
    this.definitions = definitions;
    this.activation = activation;
    this.instances = instances;
    this.subscriptions = subscriptions;
  }

  /**
   * @param elements may name one more than once
   * @throws Rejection where a scope around them can't be subscribed to its events: it has not
   *     begun, so it can't have an incident
   * @see <a href="https://github.com/camunda/camunda/pull/9637">camunda 9637</a>
   */
  public ProcessInstance start(
      ProcessDefinition definition,
      List<Element> elements,
      Map<String, Object> variables,
      List<String> tags) {
    ProcessModel model = definitions.model(definition.key());
    ElementInstance root = instances.open(definition, variables, tags);
    subscribe(model.root(), root);
    Map<String, ElementInstance> scopes = new HashMap<>(Map.of(model.root().id(), root));
    for (Element element : elements) {
      activation.activate(scope(element.parentId(), model, scopes), element);
    }
    return turn.state().processInstances.get(root.key());
  }

  private ElementInstance scope(
      String id, ProcessModel model, Map<String, ElementInstance> scopes) {
    ElementInstance known = scopes.get(id);
    if (known != null) {
      return known;
    }
    Element element = model.element(id);
    ElementInstance around = scope(element.parentId(), model, scopes);
    ElementInstance created = activation.activateAround(around, element);
    subscribe(element, created);
    scopes.put(id, created);
    return created;
  }

  private void subscribe(Element element, ElementInstance scope) {
    try {
      subscriptions.open(element, scope);
    } catch (IncidentException e) {
      throw Rejection.wrongState(
          "Expected to subscribe to the events of '%s', which is around the elements to start before, but: %s"
              .formatted(element.id(), e.getMessage()));
    }
  }
}

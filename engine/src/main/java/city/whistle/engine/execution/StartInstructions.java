package city.whistle.engine.execution;

import city.whistle.engine.model.Element;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ProcessDefinition;
import city.whistle.engine.state.ProcessInstance;
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
  private final Instances instances;
  private final Modifications modifications;

  StartInstructions(
      Turn turn, Definitions definitions, Instances instances, Modifications modifications) {
    this.turn = turn;
    this.definitions = definitions;
    this.instances = instances;
    this.modifications = modifications;
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
    modifications.subscribe(model.root(), root);
    for (Element element : elements) {
      modifications.activate(root, element, Map.of());
    }
    return turn.state().processInstances.get(root.key());
  }
}

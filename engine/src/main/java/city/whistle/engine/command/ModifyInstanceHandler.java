package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Modifications;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.outcome.None;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

final class ModifyInstanceHandler implements CommandHandler<ModifyInstance, None> {

  private final Components components;
  private final State state;
  private final Modifications modifications;

  ModifyInstanceHandler(Components components) {
    this.components = components;
    this.state = components.turn.state();
    this.modifications = components.modifications;
  }

  @Override
  public None handle(ModifyInstance command) {
    if (command.activations().isEmpty() && command.terminations().isEmpty()) {
      throw Rejection.invalid(
          "Expected to modify a process instance, but nothing is to be activated or terminated.");
    }
    ElementInstance root = findRoot(command.processInstanceKey());
    ProcessModel model = components.definitions.model(root.processDefinitionKey());
    Set<Long> ending = new LinkedHashSet<>();
    for (long key : command.terminations()) {
      ending.add(findActive(key, root).key());
    }
    for (ModifyInstance.Activation activation : command.activations()) {
      activate(root, model, activation);
    }
    modifications.terminate(ending);
    return None.NONE;
  }

  private ElementInstance findRoot(long key) {
    if (state.processInstances.find(key).isEmpty()) {
      throw Rejection.notFound(
          "Expected to modify process instance but no process instance found with key '%d'"
              .formatted(key));
    }
    ElementInstance root = state.elementInstances.get(key);
    if (!root.acceptsTokens()) {
      throw Rejection.wrongState(
          "Expected to modify process instance '%d', but it is about to begin or to end."
              .formatted(key));
    }
    return root;
  }

  private ElementInstance findActive(long key, ElementInstance root) {
    ElementInstance found =
        state
            .elementInstances
            .find(key)
            .filter(instance -> instance.processInstanceKey() == root.key())
            .orElseThrow(
                () ->
                    Rejection.invalid(
                        "Expected to terminate element instance '%d', but process instance '%d' has no such active one."
                            .formatted(key, root.key())));
    if (found.key() == root.key()) {
      throw Rejection.invalid(
          "Expected to terminate elements of process instance '%d', but this is its own key: cancel it instead."
              .formatted(key));
    }
    if (found.state() == ElementInstance.State.TERMINATING) {
      throw Rejection.wrongState(
          "Expected to terminate element instance '%d' of '%s', but it is ending already."
              .formatted(key, found.elementId()));
    }
    return found;
  }

  private void activate(
      ElementInstance root, ProcessModel model, ModifyInstance.Activation activation) {
    Element element = EnterableElements.find(model, activation.elementId());
    Map<String, Map<String, Object>> variables = new LinkedHashMap<>();
    for (ModifyInstance.Variables some : activation.variables()) {
      variables
          .computeIfAbsent(scopeId(model, element, some.scopeId()), id -> new LinkedHashMap<>())
          .putAll(Inputs.object(some.variables()));
    }
    if (activation.ancestorKey() == Row.NONE) {
      modifications.activate(root, element, variables);
    } else {
      ElementInstance ancestor = ancestor(root, model, element, activation.ancestorKey());
      modifications.activateAnew(ancestor, element, variables);
    }
  }

  /** Variables are set in scopes around the element alone. */
  private static String scopeId(ProcessModel model, Element element, String scopeId) {
    if (scopeId == null || scopeId.isEmpty()) {
      return model.root().id();
    }
    if (!isAround(model, scopeId, element)) {
      throw Rejection.invalid(
          "Variables can't be set in '%s': it is no scope around '%s'."
              .formatted(scopeId, element.id()));
    }
    return scopeId;
  }

  private static boolean isAround(ProcessModel model, String scopeId, Element element) {
    for (String at = element.parentId(); at != null; at = model.element(at).parentId()) {
      if (at.equals(scopeId)) {
        return true;
      }
    }
    return false;
  }

  private ElementInstance ancestor(
      ElementInstance root, ProcessModel model, Element element, long key) {
    return state
        .elementInstances
        .find(key)
        .filter(scope -> scope.processInstanceKey() == root.key())
        .filter(scope -> isAround(model, scope.elementId(), element))
        .filter(ElementInstance::acceptsTokens)
        .orElseThrow(
            () ->
                Rejection.invalid(
                    "Element '%s' can't be activated in element instance '%d': it is no active scope around it."
                        .formatted(element.id(), key)));
  }
}

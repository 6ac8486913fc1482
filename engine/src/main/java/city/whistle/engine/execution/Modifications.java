package city.whistle.engine.execution;

import city.whistle.engine.model.Element;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Begins and ends elements of an instance by hand. Scopes that are missing around an element are
 * created, with their subscriptions, but without their input mappings, listeners and start events;
 * scopes that are left empty are terminated and not completed.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/8.8/components/concepts/process-instance-modification/">process
 *     instance modification</a>
 */
public final class Modifications {

  private final Turn turn;
  private final State state;
  private final Scopes scopes;
  private final Definitions definitions;
  private final Activation activation;
  private final Subscriptions subscriptions;

  Modifications(
      Turn turn,
      Scopes scopes,
      Definitions definitions,
      Activation activation,
      Subscriptions subscriptions) {
    this.turn = turn;
    this.state = turn.state();
    this.scopes = scopes;
    this.definitions = definitions;
    this.activation = activation;
    this.subscriptions = subscriptions;
  }

  /**
   * Begins the element in the instances of its scopes that there are.
   *
   * @param variables set before, by the id of the scope that they are local to
   * @throws Rejection where one of its scopes has several instances, or can't be subscribed
   */
  public void activate(
      ElementInstance root, Element element, Map<String, Map<String, Object>> variables) {
    activate(root, element, variables, false);
  }

  /** Begins the element inside the given scope, all scopes between them anew. */
  public void activateAnew(
      ElementInstance ancestor, Element element, Map<String, Map<String, Object>> variables) {
    activate(ancestor, element, variables, true);
  }

  private void activate(
      ElementInstance from,
      Element element,
      Map<String, Map<String, Object>> variables,
      boolean anew) {
    ProcessModel model = definitions.model(from.processDefinitionKey());
    List<ElementInstance> created = new ArrayList<>();
    ElementInstance scope = from;
    for (String id : path(model, from, element)) {
      List<ElementInstance> known = anew ? List.of() : activeIn(scope, id);
      if (known.size() > 1) {
        throw Rejection.invalid(
            "Element '%s' can't be activated: '%s' around it has %d active instances; name the one."
                .formatted(element.id(), id, known.size()));
      }
      if (known.isEmpty()) {
        scope = activation.activateAround(scope, model.element(id));
        created.add(scope);
      } else {
        scope = known.get(0);
      }
    }
    setAround(scope, variables);
    created.forEach(missing -> subscribe(model.element(missing.elementId()), missing));
    activation.activate(scope, element);
  }

  /** The ids of the scopes between, from the outermost. */
  private static Collection<String> path(
      ProcessModel model, ElementInstance from, Element element) {
    Deque<String> path = new ArrayDeque<>();
    String id = element.parentId();
    while (!id.equals(from.elementId())) {
      path.addFirst(id);
      id = model.element(id).parentId();
    }
    return path;
  }

  private List<ElementInstance> activeIn(ElementInstance scope, String id) {
    return state.elementsByScope.stream(scope.key())
        .filter(child -> child.elementId().equals(id))
        .filter(ElementInstance::acceptsTokens)
        .toList();
  }

  private void setAround(ElementInstance inner, Map<String, Map<String, Object>> variables) {
    for (long key = inner.key(); key != Row.NONE; ) {
      ElementInstance scope = state.elementInstances.get(key);
      scopes.setLocals(scope, variables.getOrDefault(scope.elementId(), Map.of()));
      key = scope.scopeKey();
    }
  }

  void subscribe(Element element, ElementInstance scope) {
    try {
      subscriptions.open(element, scope);
    } catch (IncidentException e) {
      throw Rejection.wrongState(
          "Expected to subscribe to the events of '%s', which is around the elements to start before, but: %s"
              .formatted(element.id(), e.getMessage()));
    }
  }

  /**
   * Ends the element instances, and the scopes in which nothing else is left.
   *
   * @throws Rejection where nothing would be left of an instance that a call activity waits for
   */
  public void terminate(Set<Long> keys) {
    Set<Long> ending = new LinkedHashSet<>(keys);
    Set<Long> scopesLeft = new LinkedHashSet<>();
    keys.forEach(key -> scopesLeft.add(state.elementInstances.get(key).scopeKey()));
    for (Deque<Long> left = new ArrayDeque<>(scopesLeft); !left.isEmpty(); ) {
      ElementInstance scope = state.elementInstances.get(left.removeFirst());
      if (!ending.contains(scope.key()) && isLeftEmpty(scope, ending)) {
        refuseCalled(scope);
        ending.add(scope.key());
        if (scope.scopeKey() != Row.NONE) {
          left.addLast(scope.scopeKey());
        }
      }
    }
    ending.forEach(key -> turn.queue(new Step.Terminate(key)));
  }

  private boolean isLeftEmpty(ElementInstance scope, Set<Long> ending) {
    return scope.acceptsTokens()
        && !state.joinTokensByScope.any(scope.key())
        && state.elementsByScope.stream(scope.key())
            .allMatch(
                child ->
                    child.state() == ElementInstance.State.TERMINATING
                        || ending.contains(child.key()));
  }

  private void refuseCalled(ElementInstance scope) {
    if (scope.scopeKey() == Row.NONE
        && state.processInstances.get(scope.key()).parentProcessInstanceKey() != Row.NONE) {
      throw Rejection.wrongState(
          "Expected to terminate the last elements of process instance '%d', but a call activity waits for it: terminate that call activity instead."
              .formatted(scope.key()));
    }
  }
}

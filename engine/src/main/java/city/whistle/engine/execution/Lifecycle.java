package city.whistle.engine.execution;

import city.whistle.engine.execution.behavior.Behavior;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.ElementType;
import city.whistle.engine.model.Listener;
import city.whistle.engine.model.SequenceFlow;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element's life in its regular order, the same for all kinds of elements. */
final class Lifecycle {

  private final Turn turn;
  private final State state;
  private final Definitions definitions;
  private final Map<ElementType, Behavior> behaviors;
  private final LoopVariables loopVariables;
  private final Mappings mappings;
  private final StartVariables startVariables;
  private final Listeners listeners;
  private final Subscriptions subscriptions;
  private final Flows flows;
  private final Endings endings;

  Lifecycle(
      Turn turn,
      Definitions definitions,
      Map<ElementType, Behavior> behaviors,
      LoopVariables loopVariables,
      Mappings mappings,
      StartVariables startVariables,
      Listeners listeners,
      Subscriptions subscriptions,
      Flows flows,
      Endings endings) {
    this.turn = turn;
    this.state = turn.state();
    this.definitions = definitions;
    this.behaviors = behaviors;
    this.loopVariables = loopVariables;
    this.mappings = mappings;
    this.startVariables = startVariables;
    this.listeners = listeners;
    this.subscriptions = subscriptions;
    this.flows = flows;
    this.endings = endings;
  }

  void enter(Step.Enter step) {
    find(step.key(), ElementInstance.State.ACTIVATING).ifPresent(this::enter);
  }

  private void enter(ElementInstance instance) {
    turn.beginElement();
    Element element = elementOf(instance);
    boolean isBody = instance.type() == ElementType.MULTI_INSTANCE_BODY;
    if (instance.loopCounter() > 0) {
      loopVariables.create(element.loop(), instance);
    }
    if (!isBody) {
      mappings.applyInputs(element, instance);
      startVariables.take(instance);
    }
    boolean listened = !isBody && listeners.has(element, Listener.Event.START);
    turn.queue(
        listened
            ? new Step.CallListener(instance.key(), Listener.Event.START, 0)
            : new Step.Begin(instance.key()));
  }

  /** An execution listener is called, or the element goes on behind the last one. */
  void callListener(Step.CallListener step) {
    ElementInstance.State expected =
        step.event() == Listener.Event.START
            ? ElementInstance.State.ACTIVATING
            : ElementInstance.State.COMPLETING;
    find(step.key(), expected).ifPresent(instance -> callListener(instance, step));
  }

  /** Gateways, which alone choose among their flows, have no end listeners. */
  private void callListener(ElementInstance instance, Step.CallListener step) {
    if (!listeners.call(elementOf(instance), instance, step.event(), step.index())) {
      turn.queue(
          step.event() == Listener.Event.START
              ? new Step.Begin(instance.key())
              : new Step.Finish(instance.key(), null));
    }
  }

  /** Takes back the input mappings of an element that is to be entered anew. */
  void forgetEntry(Step.Enter step) {
    find(step.key(), ElementInstance.State.ACTIVATING)
        .filter(instance -> instance.type() != ElementType.MULTI_INSTANCE_BODY)
        .ifPresent(instance -> mappings.forgetInputs(elementOf(instance), instance));
  }

  void begin(Step.Begin step) {
    find(step.key(), ElementInstance.State.ACTIVATING).ifPresent(this::begin);
  }

  private void begin(ElementInstance instance) {
    Element element = elementOf(instance);
    ElementInstance active = instance.in(ElementInstance.State.ACTIVE);
    state.elementInstances.put(active);
    if (!active.hasHappened()) {
      subscriptions.openOutside(element, active);
    }
    if (!startVariables.areMapped(active)) {
      subscriptions.openInside(element, active);
    }
    behaviorOf(instance).activate(element, active);
  }

  void complete(Step.Complete step) {
    find(step.key(), ElementInstance.State.ACTIVE)
        .filter(instance -> state.elementsByScope.count(instance.key()) == 0)
        .ifPresent(instance -> complete(instance, step));
  }

  private void complete(ElementInstance instance, Step.Complete step) {
    Element element = elementOf(instance);
    ElementInstance completing = instance.in(ElementInstance.State.COMPLETING);
    state.elementInstances.put(completing);
    boolean isBody = instance.type() == ElementType.MULTI_INSTANCE_BODY;
    behaviorOf(instance).complete(element, completing);
    if (!isBody) {
      mappings.applyOutputs(element, completing, step.variables());
      openScopeBehind(element, completing);
    }
    subscriptions.close(instance);
    boolean listened = !isBody && listeners.has(element, Listener.Event.END);
    turn.queue(
        listened
            ? new Step.CallListener(instance.key(), Listener.Event.END, 0)
            : new Step.Finish(instance.key(), step.flowIds()));
  }

  /** The scope of a start event with mappings has its variables now. */
  private void openScopeBehind(Element element, ElementInstance instance) {
    if (element.type() == ElementType.START_EVENT && !element.outputs().isEmpty()) {
      ElementInstance scope = state.elementInstances.get(instance.scopeKey());
      if (scope.acceptsTokens()) {
        subscriptions.openInside(elementOf(scope), scope);
      }
    }
  }

  void finish(Step.Finish step) {
    find(step.key(), ElementInstance.State.COMPLETING)
        .ifPresent(instance -> finish(instance, step.flowIds()));
  }

  private void finish(ElementInstance instance, List<String> flowIds) {
    if (instance.scopeKey() == Row.NONE) {
      endings.completeProcess(instance);
      return;
    }
    Element element = elementOf(instance);
    if (instance.loopCounter() > 0) {
      behaviors.get(ElementType.MULTI_INSTANCE_BODY).childCompletes(element, instance);
    }
    endings.complete(instance);
    ElementInstance scope = state.elementInstances.get(instance.scopeKey());
    if (scope.acceptsTokens() && instance.loopCounter() == 0) {
      goOn(element, instance, scope, flowIds);
    }
    endings.childEnded(scope.key());
  }

  private void goOn(
      Element element, ElementInstance instance, ElementInstance scope, List<String> flowIds) {
    for (SequenceFlow flow : element.outgoing()) {
      if (flowIds == null || flowIds.contains(flow.id())) {
        flows.take(scope, flow);
      }
    }
    behaviorOf(instance).left(element, instance, scope);
  }

  private Optional<ElementInstance> find(long key, ElementInstance.State expected) {
    return state.elementInstances.find(key).filter(instance -> instance.state() == expected);
  }

  private Element elementOf(ElementInstance instance) {
    return definitions.model(instance.processDefinitionKey()).element(instance.elementId());
  }

  private Behavior behaviorOf(ElementInstance instance) {
    return behaviors.get(instance.type());
  }
}

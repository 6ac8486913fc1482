package city.whistle.engine.contract.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.ElementType;
import city.whistle.engine.model.EventDefinition;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.MessageSubscription;
import city.whistle.engine.state.SignalSubscription;
import city.whistle.engine.state.State;
import city.whistle.engine.state.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The timers and subscriptions that an element instance has to have: those and no others. One that
 * an incident stopped may have used up some.
 */
final class ExpectedEvents {

  private final State state;
  private final Map<String, ProcessModel> models;

  ExpectedEvents(State state, Map<String, ProcessModel> models) {
    this.state = state;
    this.models = models;
  }

  void check(ElementInstance instance, boolean stopped) {
    List<Element> expected = expected(instance);
    List<String> ids =
        expected.stream().filter(event -> mustBeOpen(event, instance)).map(Element::id).toList();
    List<String> opened = opened(instance);
    if (stopped) {
      assertThat(ids).as("events of %s", instance).containsAll(opened);
    } else {
      assertThat(opened).as("events of %s", instance).containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  private List<String> opened(ElementInstance instance) {
    List<String> opened = new ArrayList<>();
    state.timersByElement.stream(instance.key()).map(Timer::elementId).forEach(opened::add);
    state.subscriptionsByElement.stream(instance.key())
        .map(MessageSubscription::elementId)
        .forEach(opened::add);
    state.signalsByElement.stream(instance.key())
        .map(SignalSubscription::elementId)
        .forEach(opened::add);
    return opened;
  }

  /** A timer that interrupts nothing is gone when it has fired as often as it should. */
  private boolean mustBeOpen(Element event, ElementInstance instance) {
    boolean mayBeOver =
        Invariants.eventOf(event) instanceof EventDefinition.Timer
            && !Invariants.isInterrupting(event);
    return !mayBeOver
        || state.timersByElement.stream(instance.key())
            .anyMatch(timer -> timer.elementId().equals(event.id()));
  }

  private List<Element> expected(ElementInstance instance) {
    List<Element> expected = new ArrayList<>();
    boolean open =
        instance.state() == ElementInstance.State.ACTIVE
            && instance.pendingEvent() == null
            && !isInterrupted(instance);
    if (!open) {
      return expected;
    }
    ProcessModel model = models.get(instance.bpmnProcessId());
    Element element = model.element(instance.elementId());
    boolean isBody = instance.type() == ElementType.MULTI_INSTANCE_BODY;
    if (isBody || element.loop() == null) {
      element.boundaryIds().forEach(id -> expected.add(model.element(id)));
    }
    if (!isBody) {
      element.eventSubProcessStartIds().forEach(id -> expected.add(model.element(id)));
      if (element.definition() instanceof Definition.EventBasedGateway gateway) {
        gateway.eventIds().forEach(id -> expected.add(model.element(id)));
      }
      if (Invariants.waitsForEvent(element)) {
        expected.add(element);
      }
    }
    expected.removeIf(event -> Invariants.eventOf(event) instanceof EventDefinition.Error);
    return expected;
  }

  /** An interrupting event sub-process runs, or ran, in its place. */
  private boolean isInterrupted(ElementInstance instance) {
    ProcessModel model = models.get(instance.bpmnProcessId());
    return state.elementsByScope.stream(instance.key())
        .filter(child -> child.type() == ElementType.EVENT_SUB_PROCESS)
        .map(child -> (Definition.Scope) model.element(child.elementId()).definition())
        .anyMatch(scope -> Invariants.isInterrupting(model.element(scope.startIds().get(0))));
  }
}

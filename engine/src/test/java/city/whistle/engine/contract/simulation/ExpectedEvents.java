package city.whistle.engine.contract.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.ElementType;
import city.whistle.engine.model.EventDefinition;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.MessageSubscription;
import city.whistle.engine.state.PendingEvent;
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
    ProcessModel model = models.get(instance.bpmnProcessId());
    Element element = model.element(instance.elementId());
    boolean isBody = instance.type() == ElementType.MULTI_INSTANCE_BODY;
    List<String> expected = new ArrayList<>();
    if (instance.state() != ElementInstance.State.ACTIVE) {
      return List.of();
    }
    if ((isBody || element.loop() == null) && !isLeft(instance, model)) {
      expected.addAll(element.boundaryIds());
    }
    if (!isBody && instance.acceptsTokens()) {
      expected.addAll(ownEvents(element));
      if (!instance.interrupted() && !isToBeMapped(instance, model)) {
        expected.addAll(element.eventSubProcessStartIds());
      }
    }
    return expected.stream().map(model::element).filter(ExpectedEvents::isFromOutside).toList();
  }

  private static List<String> ownEvents(Element element) {
    if (element.definition() instanceof Definition.EventBasedGateway gateway) {
      return gateway.eventIds();
    }
    return Invariants.waitsForEvent(element) ? List.of(element.id()) : List.of();
  }

  /** Errors and links are not waited for: they come from inside. */
  private static boolean isFromOutside(Element event) {
    EventDefinition definition = Invariants.eventOf(event);
    return !(definition instanceof EventDefinition.Error)
        && !(definition instanceof EventDefinition.Link);
  }

  /** A boundary event has interrupted it. */
  private static boolean isLeft(ElementInstance instance, ProcessModel model) {
    PendingEvent event = instance.pendingEvent();
    return event != null
        && event.elementId() != null
        && model.element(event.elementId()).type() == ElementType.BOUNDARY_EVENT;
  }

  /** The scope has its variables only when its start event has mapped them. */
  private boolean isToBeMapped(ElementInstance scope, ProcessModel model) {
    return state.elementsByScope.stream(scope.key())
        .filter(child -> child.type() == ElementType.START_EVENT)
        .filter(child -> child.state() == ElementInstance.State.ACTIVE)
        .anyMatch(child -> !model.element(child.elementId()).outputs().isEmpty());
  }
}

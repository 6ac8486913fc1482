package city.whistle.engine.execution;

import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.ElementType;
import city.whistle.engine.model.EventDefinition;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.state.ElementInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Opens and closes what an element instance waits for: its own event, those attached to it from
 * outside (boundary events), and those inside it (the start events of its event sub-processes).
 */
public final class Subscriptions {

  private final Definitions definitions;
  private final Messages messages;
  private final Timers timers;
  private final Signals signals;

  public Subscriptions(Definitions definitions, Messages messages, Timers timers, Signals signals) {
    this.definitions = definitions;
    this.messages = messages;
    this.timers = timers;
    this.signals = signals;
  }

  /** Opens all that the instance waits for. */
  public void open(Element element, ElementInstance instance) {
    openOutside(element, instance);
    openInside(element, instance);
  }

  /** Opens the instance's own event and those attached to it. */
  void openOutside(Element element, ElementInstance instance) {
    boolean isBody = instance.type() == ElementType.MULTI_INSTANCE_BODY;
    if (isBody || element.loop() == null) {
      open(element.boundaryIds(), instance);
    }
    if (!isBody) {
      open(ownEvents(element), instance);
    }
  }

  /** Opens the start events of the event sub-processes inside. */
  void openInside(Element element, ElementInstance instance) {
    if (instance.type() != ElementType.MULTI_INSTANCE_BODY) {
      open(element.eventSubProcessStartIds(), instance);
    }
  }

  private void open(List<String> eventIds, ElementInstance instance) {
    ProcessModel model = definitions.model(instance.processDefinitionKey());
    eventIds.forEach(eventId -> subscribe(model.element(eventId), instance));
  }

  /** Opens those of the events that an active instance waits for. */
  void open(Element element, ElementInstance instance, Predicate<String> which) {
    boolean isBody = instance.type() == ElementType.MULTI_INSTANCE_BODY;
    List<String> ids = new ArrayList<>();
    if (isBody || element.loop() == null) {
      ids.addAll(element.boundaryIds());
    }
    if (!isBody) {
      ids.addAll(ownEvents(element));
    }
    if (!isBody && !instance.interrupted()) {
      ids.addAll(element.eventSubProcessStartIds());
    }
    open(ids.stream().filter(which).toList(), instance);
  }

  /** Ids of all events that the element, or the body around it, may wait for. */
  static List<String> events(Element element) {
    List<String> ids = new ArrayList<>(ownEvents(element));
    ids.addAll(element.boundaryIds());
    ids.addAll(element.eventSubProcessStartIds());
    return ids;
  }

  private static List<String> ownEvents(Element element) {
    if (element.definition() instanceof Definition.EventBasedGateway gateway) {
      return gateway.eventIds();
    }
    boolean waits =
        element.definition() instanceof Definition.IntermediateCatchEvent
            || element.definition() instanceof Definition.ReceiveTask;
    return waits ? List.of(element.id()) : List.of();
  }

  private void subscribe(Element event, ElementInstance instance) {
    EventDefinition definition = eventOf(event);
    if (definition instanceof EventDefinition.Message message) {
      messages.subscribe(instance, event, message);
    } else if (definition instanceof EventDefinition.Timer timer) {
      timers.start(instance, event, timer);
    } else if (definition instanceof EventDefinition.Signal signal) {
      signals.subscribe(instance, event, signal);
    }
  }

  /** Closes all that the element instance waits for, what is attached to it included. */
  void close(ElementInstance instance) {
    close(instance, event -> true);
  }

  /**
   * Closes the start events of the event sub-processes inside the scope. What is attached to it
   * from outside, its boundary events, goes on waiting.
   */
  void closeInside(ElementInstance scope) {
    ProcessModel model = definitions.model(scope.processDefinitionKey());
    close(scope, event -> model.element(event).type() == ElementType.START_EVENT);
  }

  /** Closes those of the events that the element instance waits for. */
  void close(ElementInstance instance, Predicate<String> events) {
    messages.unsubscribe(instance.key(), events);
    timers.stop(instance.key(), events);
    signals.unsubscribe(instance.key(), events);
  }

  /**
   * The scope whose variables a correlation key sees: a boundary event's is outside its host. All
   * else that an event's expressions ask for, names and times, is seen from the host.
   *
   * @see <a href="https://github.com/camunda/camunda/issues/4799">expressions of boundary
   *     events</a>
   */
  static long scopeOfKey(Element event, ElementInstance instance) {
    boolean outside = event.type() == ElementType.BOUNDARY_EVENT;
    return outside ? instance.scopeKey() : instance.key();
  }

  /** What the event waits for. */
  public static EventDefinition eventOf(Element element) {
    Definition definition = element.definition();
    if (definition instanceof Definition.StartEvent start) {
      return start.event();
    }
    if (definition instanceof Definition.IntermediateCatchEvent intermediate) {
      return intermediate.event();
    }
    if (definition instanceof Definition.BoundaryEvent boundary) {
      return boundary.event();
    }
    if (definition instanceof Definition.ReceiveTask receive) {
      return receive.message();
    }
    return new EventDefinition.None();
  }

  /** Whether what waits goes on for good when the event happens. */
  static boolean isInterrupting(Element event) {
    if (event.definition() instanceof Definition.BoundaryEvent boundary) {
      return boundary.interrupting();
    }
    if (event.definition() instanceof Definition.StartEvent start) {
      return start.interrupting();
    }
    return true;
  }
}

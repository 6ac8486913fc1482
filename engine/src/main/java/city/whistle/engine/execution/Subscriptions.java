package city.whistle.engine.execution;

import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.ElementType;
import city.whistle.engine.model.EventDefinition;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.state.ElementInstance;
import java.util.ArrayList;
import java.util.List;

/** Opens and closes what an element instance waits for: its own event and those attached to it. */
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

  public void open(Element element, ElementInstance instance) {
    ProcessModel model = definitions.model(instance.processDefinitionKey());
    for (String eventId : eventsOf(element, instance)) {
      subscribe(model.element(eventId), instance);
    }
  }

  private static List<String> eventsOf(Element element, ElementInstance instance) {
    List<String> events = new ArrayList<>();
    boolean isBody = instance.type() == ElementType.MULTI_INSTANCE_BODY;
    boolean isItem = element.loop() != null && !isBody;
    if (!isItem) {
      events.addAll(element.boundaryIds());
    }
    if (!isBody) {
      events.addAll(element.eventSubProcessStartIds());
      events.addAll(ownEvents(element));
    }
    return events;
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

  void close(long elementInstanceKey) {
    messages.unsubscribe(elementInstanceKey);
    timers.stop(elementInstanceKey);
    signals.unsubscribe(elementInstanceKey);
  }

  /** The scope whose variables an event's expressions see: a boundary event is outside its host. */
  static long scopeOf(Element event, ElementInstance instance) {
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

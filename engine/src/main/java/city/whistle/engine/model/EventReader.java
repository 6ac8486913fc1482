package city.whistle.engine.model;

import city.whistle.engine.expression.Expression;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.IntermediateThrowEvent;
import io.camunda.zeebe.model.bpmn.instance.LinkEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SignalEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.TerminateEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ThrowEvent;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import java.util.Collection;

/** Reads events and what they throw or wait for. */
final class EventReader {

  private final ExtensionReader extensions;

  EventReader(ExtensionReader extensions) {
    this.extensions = extensions;
  }

  Definition read(Event event) {
    if (event instanceof StartEvent start) {
      return new Definition.StartEvent(catching(start), start.isInterrupting());
    }
    if (event instanceof BoundaryEvent boundary) {
      return new Definition.BoundaryEvent(
          boundary.getAttachedTo().getId(), boundary.cancelActivity(), catching(boundary));
    }
    if (event instanceof CatchEvent intermediate) {
      return new Definition.IntermediateCatchEvent(catching(intermediate));
    }
    JobSpec job = extensions.job(event).orElse(null);
    if (event instanceof EndEvent end) {
      return new Definition.EndEvent(throwing(end), job);
    }
    return new Definition.IntermediateThrowEvent(throwing((IntermediateThrowEvent) event), job);
  }

  private EventDefinition catching(CatchEvent event) {
    boolean startsProcess =
        event instanceof StartEvent && event.getParentElement() instanceof Process;
    return definition(event.getEventDefinitions(), !startsProcess);
  }

  private EventDefinition throwing(ThrowEvent event) {
    return definition(event.getEventDefinitions(), false);
  }

  private EventDefinition definition(
      Collection<io.camunda.zeebe.model.bpmn.instance.EventDefinition> definitions,
      boolean correlated) {
    if (definitions.isEmpty()) {
      return new EventDefinition.None();
    }
    var definition = definitions.iterator().next();
    if (definition instanceof MessageEventDefinition message) {
      return message.getMessage() == null
          ? new EventDefinition.Message(null, null)
          : message(message.getMessage(), correlated);
    }
    if (definition instanceof TimerEventDefinition timer) {
      return timer(timer);
    }
    if (definition instanceof SignalEventDefinition signal) {
      return new EventDefinition.Signal(extensions.expression(signal.getSignal().getName()));
    }
    if (definition instanceof ErrorEventDefinition error) {
      return new EventDefinition.Error(errorCode(error.getError()));
    }
    if (definition instanceof LinkEventDefinition link) {
      return new EventDefinition.Link(link.getName());
    }
    if (definition instanceof TerminateEventDefinition) {
      return new EventDefinition.Terminate();
    }
    throw new IllegalStateException("unchecked event definition " + definition.getElementType());
  }

  EventDefinition.Message message(
      io.camunda.zeebe.model.bpmn.instance.Message message, boolean correlated) {
    Expression correlationKey =
        correlated
            ? StructureChecks.subscription(message)
                .map(ZeebeSubscription::getCorrelationKey)
                .map(extensions::expression)
                .orElse(null)
            : null;
    return new EventDefinition.Message(
        extensions.expressionOrNull(message.getName()), correlationKey);
  }

  private EventDefinition.Timer timer(TimerEventDefinition timer) {
    if (timer.getTimeDate() != null) {
      return timer(EventDefinition.Timer.Kind.DATE, timer.getTimeDate().getTextContent());
    }
    if (timer.getTimeDuration() != null) {
      return timer(EventDefinition.Timer.Kind.DURATION, timer.getTimeDuration().getTextContent());
    }
    return timer(EventDefinition.Timer.Kind.CYCLE, timer.getTimeCycle().getTextContent());
  }

  private EventDefinition.Timer timer(EventDefinition.Timer.Kind kind, String text) {
    return new EventDefinition.Timer(kind, extensions.expression(text));
  }

  private Expression errorCode(Error error) {
    return error == null ? null : extensions.expressionOrNull(error.getErrorCode());
  }
}

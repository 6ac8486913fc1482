package city.whistle.engine.model;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateThrowEvent;
import io.camunda.zeebe.model.bpmn.instance.LinkEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.SignalEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.model.xml.validation.ModelElementValidator;

/** How elements have to fit together, as far as Camunda's own validators don't see to it. */
final class StructureChecks {

  static final List<ModelElementValidator<?>> ALL =
      List.of(
          new Check<>(SequenceFlow.class, StructureChecks::sequenceFlow),
          new Check<>(StartEvent.class, StructureChecks::startEvent),
          new Check<>(BoundaryEvent.class, StructureChecks::boundaryEvent),
          new Check<>(IntermediateThrowEvent.class, StructureChecks::throwEvent),
          new Check<>(SubProcess.class, StructureChecks::eventSubProcess),
          new Check<>(MessageEventDefinition.class, StructureChecks::messageEvent),
          new Check<>(SignalEventDefinition.class, StructureChecks::signalEvent),
          new Check<>(MultiInstanceLoopCharacteristics.class, StructureChecks::multiInstance));

  private StructureChecks() {}

  private static void sequenceFlow(SequenceFlow flow, Consumer<String> mistakes) {
    FlowNode source = flow.getSource();
    FlowNode target = flow.getTarget();
    if (source == null || target == null) {
      mistakes.accept("source or target doesn't exist; connect both ends");
    } else if (source.getParentElement() != target.getParentElement()
        || source.getParentElement() != flow.getParentElement()) {
      mistakes.accept("leaves its scope; connect elements of one process or sub-process only");
    }
  }

  private static void startEvent(StartEvent event, Consumer<String> mistakes) {
    if (!event.getIncoming().isEmpty()) {
      mistakes.accept("a start event must not have incoming sequence flows");
    }
    boolean startsAfterDuration =
        event.getParentElement() instanceof Process
            && event.getEventDefinitions().stream()
                .anyMatch(
                    it -> it instanceof TimerEventDefinition t && t.getTimeDuration() != null);
    if (startsAfterDuration) {
      mistakes.accept("a process can't start after a duration; give a timeDate or a timeCycle");
    }
  }

  private static void boundaryEvent(BoundaryEvent event, Consumer<String> mistakes) {
    if (event.getAttachedTo() == null) {
      return;
    }
    if (event.getAttachedTo().getParentElement() != event.getParentElement()) {
      mistakes.accept("must be in the same scope as the activity that it is attached to");
    }
    if (event.getAttachedTo() instanceof SubProcess subProcess && subProcess.triggeredByEvent()) {
      mistakes.accept("must not be attached to an event sub-process");
    }
  }

  private static void throwEvent(IntermediateThrowEvent event, Consumer<String> mistakes) {
    boolean goesElsewhere =
        event.getEventDefinitions().stream().anyMatch(LinkEventDefinition.class::isInstance);
    if (goesElsewhere && !event.getOutgoing().isEmpty()) {
      mistakes.accept("a link goes on at its other end; remove the outgoing sequence flows");
    }
  }

  private static void eventSubProcess(SubProcess subProcess, Consumer<String> mistakes) {
    if (!subProcess.triggeredByEvent()) {
      return;
    }
    if (!subProcess.getIncoming().isEmpty() || !subProcess.getOutgoing().isEmpty()) {
      mistakes.accept("an event sub-process must not have sequence flows");
    }
    if (subProcess.getLoopCharacteristics() != null) {
      mistakes.accept("an event sub-process must not be multi-instance");
    }
  }

  private static void messageEvent(MessageEventDefinition event, Consumer<String> mistakes) {
    boolean startsEventSubProcess =
        event.getParentElement() instanceof StartEvent start
            && !(start.getParentElement() instanceof Process);
    Message message = event.getMessage();
    if (startsEventSubProcess && message != null && subscription(message).isEmpty()) {
      mistakes.accept(
          "message '%s' needs a zeebe:subscription with a correlationKey"
              .formatted(message.getName()));
    }
  }

  static Optional<ZeebeSubscription> subscription(Message message) {
    return ExtensionReader.extension(message, ZeebeSubscription.class);
  }

  private static void signalEvent(SignalEventDefinition event, Consumer<String> mistakes) {
    if (event.getSignal() == null) {
      mistakes.accept("must reference a signal");
    }
  }

  private static void multiInstance(
      MultiInstanceLoopCharacteristics loop, Consumer<String> mistakes) {
    if (loop.getLoopCardinality() != null) {
      mistakes.accept(
          "a loop cardinality is not supported; give zeebe:loopCharacteristics an inputCollection");
    }
  }
}

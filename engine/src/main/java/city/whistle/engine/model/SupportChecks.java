package city.whistle.engine.model;

import io.camunda.zeebe.model.bpmn.impl.BpmnModelConstants;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.DataObject;
import io.camunda.zeebe.model.bpmn.instance.DataObjectReference;
import io.camunda.zeebe.model.bpmn.instance.DataStoreReference;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ExtensionElements;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.IntermediateThrowEvent;
import io.camunda.zeebe.model.bpmn.instance.LinkEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.SignalEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.TerminateEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ThrowEvent;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.model.xml.validation.ModelElementValidator;

/** Refuses what the engine doesn't run, and says what to take instead. */
final class SupportChecks {

  private static final Map<String, String> INSTEAD =
      Map.of(
          "complexGateway", "use an exclusive, parallel or inclusive gateway",
          "adHocSubProcess", "use an embedded sub-process",
          "transaction", "use an embedded sub-process with error events",
          "escalationEventDefinition", "use an error or a signal event",
          "compensateEventDefinition", "draw the undoing as tasks of their own",
          "cancelEventDefinition", "use an error event",
          "conditionalEventDefinition", "use a message or signal event");

  private static final Set<Class<?>> NOT_EXECUTED =
      Set.of(DataObject.class, DataObjectReference.class, DataStoreReference.class);

  private static final Map<Class<?>, Set<Class<?>>> EVENTS =
      Map.of(
          IntermediateCatchEvent.class,
          Set.of(
              MessageEventDefinition.class,
              TimerEventDefinition.class,
              SignalEventDefinition.class,
              LinkEventDefinition.class),
          IntermediateThrowEvent.class,
          Set.of(
              MessageEventDefinition.class, SignalEventDefinition.class, LinkEventDefinition.class),
          BoundaryEvent.class,
          Set.of(
              MessageEventDefinition.class,
              TimerEventDefinition.class,
              SignalEventDefinition.class,
              ErrorEventDefinition.class),
          EndEvent.class,
          Set.of(
              MessageEventDefinition.class,
              SignalEventDefinition.class,
              ErrorEventDefinition.class,
              TerminateEventDefinition.class));

  private static final Set<Class<?>> PROCESS_STARTS =
      Set.of(MessageEventDefinition.class, TimerEventDefinition.class, SignalEventDefinition.class);

  private static final Set<Class<?>> EVENT_SUB_PROCESS_STARTS =
      Set.of(
          MessageEventDefinition.class,
          TimerEventDefinition.class,
          SignalEventDefinition.class,
          ErrorEventDefinition.class);

  private static final Set<String> EXTENSIONS =
      Set.of(
          "assignmentDefinition",
          "calledDecision",
          "calledElement",
          "executionListeners",
          "formDefinition",
          "ioMapping",
          "loopCharacteristics",
          "modelerTemplate",
          "priorityDefinition",
          "properties",
          "script",
          "subscription",
          "taskDefinition",
          "taskHeaders",
          "taskListeners",
          "taskSchedule",
          "userTask",
          "userTaskForm",
          "versionTag");

  static final List<ModelElementValidator<?>> ALL =
      List.of(
          new Check<>(FlowElement.class, SupportChecks::element),
          new Check<>(EventDefinition.class, SupportChecks::event),
          new Check<>(CatchEvent.class, SupportChecks::catchEvent),
          new Check<>(ThrowEvent.class, SupportChecks::throwEvent),
          new Check<>(Activity.class, SupportChecks::activity),
          new Check<>(ExtensionElements.class, SupportChecks::extensions),
          new Check<>(EventBasedGateway.class, SupportChecks::eventBasedGateway),
          new Check<>(ReceiveTask.class, SupportChecks::receiveTask));

  private SupportChecks() {}

  private static void element(FlowElement element, Consumer<String> mistakes) {
    Class<?> type = element.getElementType().getInstanceType();
    if (!(element instanceof SequenceFlow)
        && !NOT_EXECUTED.contains(type)
        && ElementTypes.of(element).isEmpty()) {
      mistakes.accept(
          "this element is not supported" + instead(element.getElementType().getTypeName()));
    }
  }

  private static String instead(String typeName) {
    String advice = INSTEAD.get(typeName);
    return advice == null ? "" : "; " + advice;
  }

  private static void event(EventDefinition event, Consumer<String> mistakes) {
    Class<?> type = event.getElementType().getInstanceType();
    Set<Class<?>> supported = supportedAt(event);
    if (!supported.contains(type)) {
      mistakes.accept(
          "this event is not supported here" + instead(event.getElementType().getTypeName()));
    }
  }

  private static Set<Class<?>> supportedAt(EventDefinition event) {
    var owner = event.getParentElement();
    if (owner instanceof StartEvent) {
      return owner.getParentElement() instanceof Process
          ? PROCESS_STARTS
          : EVENT_SUB_PROCESS_STARTS;
    }
    return EVENTS.getOrDefault(owner.getElementType().getInstanceType(), Set.of());
  }

  private static void catchEvent(CatchEvent event, Consumer<String> mistakes) {
    if (!event.getEventDefinitionRefs().isEmpty()) {
      mistakes.accept("an eventDefinitionRef is not supported; put the definition into the event");
    }
  }

  private static void throwEvent(ThrowEvent event, Consumer<String> mistakes) {
    if (!event.getEventDefinitionRefs().isEmpty()) {
      mistakes.accept("an eventDefinitionRef is not supported; put the definition into the event");
    }
    if (event.getEventDefinitions().size() > 1) {
      mistakes.accept("several event definitions are not supported; draw an event for each");
    }
  }

  private static void activity(Activity activity, Consumer<String> mistakes) {
    if (activity.isForCompensation()) {
      mistakes.accept("compensation is not supported; draw the undoing as tasks of their own");
    }
    boolean standardLoop =
        activity.getDomElement().getChildElements().stream()
            .anyMatch(child -> "standardLoopCharacteristics".equals(child.getLocalName()));
    if (standardLoop) {
      mistakes.accept("a standard loop is not supported; use multi-instance or draw the loop");
    }
  }

  private static void extensions(ExtensionElements extensions, Consumer<String> mistakes) {
    extensions.getDomElement().getChildElements().stream()
        .filter(child -> BpmnModelConstants.ZEEBE_NS.equals(child.getNamespaceURI()))
        .map(child -> child.getLocalName())
        .filter(name -> !EXTENSIONS.contains(name))
        .forEach(name -> mistakes.accept("zeebe:" + name + " is not supported; remove it"));
  }

  private static void eventBasedGateway(EventBasedGateway gateway, Consumer<String> mistakes) {
    if (gateway.isInstantiate()) {
      mistakes.accept("an instantiating gateway is not supported; use start events");
    }
  }

  private static void receiveTask(ReceiveTask task, Consumer<String> mistakes) {
    if (task.instantiate()) {
      mistakes.accept("an instantiating task is not supported; use a message start event");
    }
  }
}

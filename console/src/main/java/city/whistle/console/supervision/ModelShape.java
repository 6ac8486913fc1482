package city.whistle.console.supervision;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.ThrowEvent;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What an engine compares of the elements of two versions of a process. */
final class ModelShape {

  private static final String TIMER = "timerEventDefinition";

  /** For what the engine waits outside; errors and links come from inside. */
  private static final List<String> WAITED_FOR =
      List.of("messageEventDefinition", TIMER, "signalEventDefinition");

  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Map<String, Join> joins = new LinkedHashMap<>();

  private ModelShape() {}

  static ModelShape of(DrawnProcess drawn) {
    ModelShape shape = new ModelShape();
    BpmnModelInstance model =
        Bpmn.readModelFromStream(
            new ByteArrayInputStream(drawn.xml().getBytes(StandardCharsets.UTF_8)));
    // in the order in which they are drawn
    for (String id : drawn.elements().keySet()) {
      FlowNode node = model.getModelElementById(id);
      shape.parts.put(id, part(node, drawn.elements().get(id)));
      shape.join(node);
    }
    return shape;
  }

  private static Part part(FlowNode node, DrawnProcess.Element element) {
    String event = eventOf(node);
    return new Part(
        element.id(),
        element.name(),
        element.kind() + handlerOf(node) + loopOf(node) + implementationOf(node) + event,
        parentOf(node),
        WAITED_FOR.contains(event) ? hostOf(node) : null,
        event.equals(TIMER));
  }

  private static String parentOf(FlowNode node) {
    ModelElementInstance around = node.getParentElement();
    // two versions' process has one id, or two: it always becomes the other
    return around instanceof Process ? "" : around.getAttributeValue("id");
  }

  private static String loopOf(FlowNode node) {
    return node instanceof Activity activity
            && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop
        ? loop.isSequential() ? " one by one" : " side by side"
        : "";
  }

  /** An event sub-process that runs stays one that has interrupted what is around it, or hasn't. */
  private static String handlerOf(FlowNode node) {
    if (!(node instanceof SubProcess handler) || !handler.triggeredByEvent()) {
      return "";
    }
    return handler.getChildElementsByType(StartEvent.class).stream()
            .allMatch(StartEvent::isInterrupting)
        ? " interrupts"
        : " runs beside";
  }

  /** A task that the engine does itself isn't one that a worker does. */
  private static String implementationOf(FlowNode node) {
    boolean job = node.getSingleExtensionElement(ZeebeTaskDefinition.class) != null;
    boolean task = node.getSingleExtensionElement(ZeebeUserTask.class) != null;
    return (job ? " by a job " : " ") + (task ? "as a task " : "");
  }

  private static String eventOf(FlowNode node) {
    Collection<? extends ModelElementInstance> events =
        node instanceof CatchEvent caught
            ? caught.getEventDefinitions()
            : node instanceof ThrowEvent thrown ? thrown.getEventDefinitions() : List.of();
    return events.stream().findFirst().map(one -> one.getElementType().getTypeName()).orElse("");
  }

  /** Whose event it is: of the activity that has it, the scope around, the gateway before it. */
  private static String hostOf(FlowNode node) {
    if (node instanceof BoundaryEvent boundary) {
      return boundary.getAttachedTo().getId();
    }
    if (node instanceof StartEvent
        && node.getParentElement() instanceof SubProcess handler
        && handler.triggeredByEvent()) {
      return parentOf(handler);
    }
    return node.getIncoming().stream()
        .map(SequenceFlow::getSource)
        .filter(EventBasedGateway.class::isInstance)
        .map(FlowNode::getId)
        .findFirst()
        .orElse(null);
  }

  private void join(FlowNode node) {
    String kind = node.getElementType().getTypeName();
    boolean waits = kind.equals("parallelGateway") || kind.equals("inclusiveGateway");
    if (waits && node.getIncoming().size() > 1) {
      joins.put(
          node.getId(),
          new Join(node.getId(), node.getIncoming().stream().map(SequenceFlow::getId).toList()));
    }
  }

  Optional<Part> find(String id) {
    return Optional.ofNullable(parts.get(id));
  }

  /** Adds the element behind the sub-processes that it is in, from the outside in. */
  void addWithAround(String id, Set<String> ids) {
    find(id)
        .ifPresent(
            part -> {
              addWithAround(part.parent(), ids);
              ids.add(id);
            });
  }

  Collection<Part> parts() {
    return parts.values();
  }

  /** The events that the host, or the process where it is empty, may wait for. */
  List<Part> eventsOf(String host) {
    return parts.values().stream().filter(part -> host.equals(part.host())).toList();
  }

  Collection<Join> joins() {
    return joins.values();
  }

  Optional<Join> join(String id) {
    return Optional.ofNullable(joins.get(id));
  }

  /**
   * @param kind all that has to be the same in what it becomes
   * @param parent id of the sub-process around it; empty for the process
   * @param host id of what waits for it, empty for the process; null for none
   * @param timed whether it is a timer
   */
  record Part(String id, String name, String kind, String parent, String host, boolean timed) {

    boolean isLike(Part other) {
      return kind.equals(other.kind);
    }
  }

  /** A gateway at which tokens may wait for others. */
  record Join(String id, List<String> flows) {}
}

package city.whistle.console.supervision;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** How the steps of a process follow each other, and what each of them asks for. */
final class StepGraph {

  /** Kinds of steps that can be begun by hand. */
  private static final Set<String> BEGUN =
      Set.of(
          "userTask",
          "serviceTask",
          "businessRuleTask",
          "scriptTask",
          "sendTask",
          "callActivity",
          "manualTask",
          "task");

  private static final String OUTPUT = "output";

  private final Map<String, Node> nodes = new LinkedHashMap<>();

  private StepGraph() {}

  static StepGraph of(DrawnProcess drawn) {
    StepGraph graph = new StepGraph();
    BpmnModelInstance model =
        Bpmn.readModelFromStream(
            new ByteArrayInputStream(drawn.xml().getBytes(StandardCharsets.UTF_8)));
    drawn
        .elements()
        .forEach(
            (id, element) -> graph.nodes.put(id, node(model.getModelElementById(id), element)));
    model
        .getModelElementsByType(BoundaryEvent.class)
        .forEach(event -> graph.nodes.get(event.getAttachedTo().getId()).add(event.getId()));
    return graph;
  }

  private static Node node(FlowNode node, DrawnProcess.Element element) {
    ModelElementInstance around = node.getParentElement();
    List<String> next =
        node.getOutgoing().stream().map(SequenceFlow::getTarget).map(FlowNode::getId).toList();
    List<String> expressions = new ArrayList<>();
    if (node.getExtensionElements() != null) {
      collect(node.getExtensionElements().getDomElement(), expressions);
    }
    return new Node(
        element.id(),
        element.name(),
        element.kind(),
        around.getAttributeValue("id"),
        isRepeated(node),
        next,
        expressions,
        new ArrayList<>());
  }

  /** Whether it is done for each of a list, or is within something that is. */
  private static boolean isRepeated(ModelElementInstance element) {
    for (ModelElementInstance at = element; at != null; at = at.getParentElement()) {
      if (at instanceof Activity activity
          && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics) {
        return true;
      }
    }
    return false;
  }

  /** What it evaluates when it begins. */
  private static void collect(DomElement element, List<String> expressions) {
    if (element.getLocalName().equals(OUTPUT)) {
      return;
    }
    for (String attribute :
        List.of(
            "source",
            "assignee",
            "candidateGroups",
            "candidateUsers",
            "dueDate",
            "followUpDate",
            "priority",
            "type",
            "expression",
            "processId")) {
      String value = element.getAttribute(attribute);
      if (value != null && value.startsWith("=")) {
        expressions.add(value.substring(1));
      }
    }
    element.getChildElements().forEach(child -> collect(child, expressions));
  }

  Optional<Node> find(String id) {
    return Optional.ofNullable(nodes.get(id));
  }

  /** Those that can be begun by hand, in the order in which they are drawn. */
  List<Node> begun() {
    return nodes.values().stream().filter(node -> BEGUN.contains(node.kind())).toList();
  }

  /**
   * The steps on the shortest way from one to another, the first included and the last not; empty
   * where no sequence flows lead there.
   */
  List<Node> between(String from, String to) {
    Map<String, String> cameFrom = new HashMap<>();
    Deque<String> left = new ArrayDeque<>(List.of(from));
    while (!left.isEmpty() && !cameFrom.containsKey(to)) {
      String at = left.removeFirst();
      for (String next : nodes.get(at).next()) {
        if (cameFrom.putIfAbsent(next, at) == null) {
          left.addLast(next);
        }
      }
    }
    List<Node> way = new ArrayList<>();
    for (String at = cameFrom.get(to); at != null; at = at.equals(from) ? null : cameFrom.get(at)) {
      way.add(nodes.get(at));
    }
    Collections.reverse(way);
    return way.stream().filter(node -> BEGUN.contains(node.kind())).toList();
  }

  /**
   * @param parent id of the sub-process or process that it is in
   * @param repeated whether it is done for each of a list, or is within something that is
   * @param next ids of those behind it
   * @param expressions in FEEL, what it evaluates when it begins
   * @param events ids of the events attached to it
   */
  record Node(
      String id,
      String name,
      String kind,
      String parent,
      boolean repeated,
      List<String> next,
      List<String> expressions,
      List<String> events) {

    private void add(String event) {
      events.add(event);
    }
  }
}

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
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

  /** More than any way has steps. */
  private static final int DETOUR = 10_000;

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
    String usual = node.getAttributeValue("default");
    return new Node(
        element.id(),
        element.name(),
        element.kind(),
        around.getAttributeValue("id"),
        isRepeated(node),
        next,
        node.getOutgoing().stream()
            .filter(flow -> flow.getId().equals(usual))
            .map(flow -> flow.getTarget().getId())
            .findFirst()
            .orElse(null),
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

  /** The one of them with this id. */
  Optional<Node> begun(String id) {
    return find(id).filter(node -> BEGUN.contains(node.kind()));
  }

  /**
   * The steps on the way from one to another, the first included and the last not; empty where no
   * sequence flows lead there. Of several ways it is that by the most of the gateways' default
   * flows, which is what cases go unless something is out of the ordinary, and of these the
   * shortest.
   */
  List<Node> between(String from, String to) {
    Map<String, String> cameFrom = new HashMap<>();
    Queue<Reached> left = new PriorityQueue<>(Comparator.comparingInt(Reached::cost));
    left.addAll(nodes.get(from).reach(0));
    while (!left.isEmpty() && !cameFrom.containsKey(to)) {
      Reached at = left.remove();
      if (cameFrom.putIfAbsent(at.id(), at.from()) == null) {
        left.addAll(nodes.get(at.id()).reach(at.cost()));
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
   * @param usual the one of them behind its default flow; null where it has none
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
      String usual,
      List<String> expressions,
      List<String> events) {

    private List<Reached> reach(int cost) {
      return next.stream()
          .map(one -> new Reached(one, id, cost + 1 + (isUsual(one) ? 0 : DETOUR)))
          .toList();
    }

    private boolean isUsual(String one) {
      return usual == null || usual.equals(one);
    }

    private void add(String event) {
      events.add(event);
    }
  }

  /**
   * An element on a way.
   *
   * @param from id of the one before it
   */
  private record Reached(String id, String from, int cost) {}
}

package city.whistle.engine.model;

import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateThrowEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Elements and sequence flows of one scope, each element's in the order in which the file lists
 * them.
 */
final class Flows {

  private final Map<String, List<SequenceFlow>> incoming = new LinkedHashMap<>();
  private final Map<String, List<SequenceFlow>> outgoing = new LinkedHashMap<>();

  private final Map<String, FlowNode> nodes = new HashMap<>();
  private final Map<String, List<String>> throwers = new HashMap<>();

  Flows(ModelElementInstance scope, ExtensionReader extensions) {
    scope
        .getChildElementsByType(io.camunda.zeebe.model.bpmn.instance.SequenceFlow.class)
        .forEach(flow -> add(read(flow, extensions)));
    scope.getChildElementsByType(FlowNode.class).forEach(this::add);
  }

  private void add(FlowNode node) {
    nodes.put(node.getId(), node);
    sort(node);
    if (node instanceof IntermediateThrowEvent event) {
      String link = Upstream.link(event.getEventDefinitions());
      throwers.computeIfAbsent(link, name -> new ArrayList<>()).add(node.getId());
    }
  }

  private static SequenceFlow read(
      io.camunda.zeebe.model.bpmn.instance.SequenceFlow flow, ExtensionReader extensions) {
    var condition = flow.getConditionExpression();
    return new SequenceFlow(
        flow.getId(),
        flow.getSource().getId(),
        flow.getTarget().getId(),
        condition == null ? null : extensions.expressionOrNull(condition.getTextContent()));
  }

  private void add(SequenceFlow flow) {
    outgoing.computeIfAbsent(flow.sourceId(), id -> new ArrayList<>()).add(flow);
    incoming.computeIfAbsent(flow.targetId(), id -> new ArrayList<>()).add(flow);
  }

  private void sort(FlowNode node) {
    List<SequenceFlow> flows = outgoing.get(node.getId());
    if (flows != null) {
      Map<String, Integer> order = new HashMap<>();
      node.getOutgoing().forEach(flow -> order.putIfAbsent(flow.getId(), order.size()));
      flows.sort(Comparator.comparingInt(flow -> order.getOrDefault(flow.id(), -1)));
    }
  }

  FlowNode node(String id) {
    return nodes.get(id);
  }

  /**
   * Ids of the events that throw the link.
   *
   * @param link null for none
   */
  Stream<String> throwers(String link) {
    return link == null ? Stream.empty() : throwers.getOrDefault(link, List.of()).stream();
  }

  List<SequenceFlow> incoming(String elementId) {
    return List.copyOf(incoming.getOrDefault(elementId, List.of()));
  }

  List<SequenceFlow> outgoing(String elementId) {
    return List.copyOf(outgoing.getOrDefault(elementId, List.of()));
  }
}

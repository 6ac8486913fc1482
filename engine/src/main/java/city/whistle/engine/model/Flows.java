package city.whistle.engine.model;

import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The sequence flows of one scope, each element's in the order in which the file lists them. */
final class Flows {

  private final Map<String, List<SequenceFlow>> incoming = new LinkedHashMap<>();
  private final Map<String, List<SequenceFlow>> outgoing = new LinkedHashMap<>();

  Flows(ModelElementInstance scope, ExtensionReader extensions) {
    scope
        .getChildElementsByType(io.camunda.zeebe.model.bpmn.instance.SequenceFlow.class)
        .forEach(flow -> add(read(flow, extensions)));
    scope.getChildElementsByType(FlowNode.class).forEach(this::sort);
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
      List<String> order = node.getOutgoing().stream().map(flow -> flow.getId()).toList();
      flows.sort(Comparator.comparingInt(flow -> order.indexOf(flow.id())));
    }
  }

  List<SequenceFlow> incoming(String elementId) {
    return List.copyOf(incoming.getOrDefault(elementId, List.of()));
  }

  List<SequenceFlow> outgoing(String elementId) {
    return List.copyOf(outgoing.getOrDefault(elementId, List.of()));
  }
}

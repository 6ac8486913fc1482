package city.whistle.engine.model;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.impl.BpmnModelConstants;
import io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.traversal.ModelWalker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * BPMN leaves it to a tool whether an element lists its sequence flows or only the flows name their
 * ends. Validators look at the lists: so what is missing there is added before they do.
 */
final class ListedFlows {

  private static final String INCOMING = "incoming";
  private static final String OUTGOING = "outgoing";

  private final Map<String, Set<String>> incoming = new HashMap<>();
  private final Map<String, Set<String>> outgoing = new HashMap<>();
  private final List<SequenceFlow> flows = new ArrayList<>();

  private ListedFlows() {}

  /** All references of the model must be readable. */
  static void complete(BpmnModelInstance model) {
    ListedFlows listed = new ListedFlows();
    new ModelWalker(model).walk(listed::visit);
    listed.flows.forEach(listed::complete);
  }

  private void visit(BpmnModelElementInstance element) {
    if (element instanceof SequenceFlow flow) {
      flows.add(flow);
    }
  }

  private static Set<String> listed(FlowNode node, String name) {
    Set<String> ids = new HashSet<>();
    for (DomElement child : node.getDomElement().getChildElements()) {
      if (name.equals(child.getLocalName())) {
        ids.add(child.getTextContent().strip());
      }
    }
    return ids;
  }

  private void complete(SequenceFlow flow) {
    add(flow, flow.getSource(), OUTGOING, outgoing);
    add(flow, flow.getTarget(), INCOMING, incoming);
  }

  private static void add(
      SequenceFlow flow, FlowNode node, String name, Map<String, Set<String>> listed) {
    boolean nameless = flow.getId() == null || node == null || node.getId() == null;
    if (nameless
        || !listed.computeIfAbsent(node.getId(), id -> listed(node, name)).add(flow.getId())) {
      return;
    }
    DomElement owner = node.getDomElement();
    DomElement reference = owner.getDocument().createElement(BpmnModelConstants.BPMN20_NS, name);
    reference.setTextContent(flow.getId());
    owner.appendChild(reference);
  }
}

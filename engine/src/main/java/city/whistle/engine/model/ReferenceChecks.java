package city.whistle.engine.model;

import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.Escalation;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.Signal;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.xml.type.attribute.Attribute;
import org.camunda.bpm.model.xml.type.reference.Reference;

/**
 * Every reference that somebody reads leads to an element of the kind that it should. BPMN's schema
 * sees to it that there is such an id, but not that it is that of a message or a sequence flow; the
 * model's getters fail on any other.
 */
final class ReferenceChecks {

  private static final Map<String, Class<? extends ModelElementInstance>> ATTRIBUTES =
      Map.of(
          "attachedToRef", Activity.class,
          "default", SequenceFlow.class,
          "errorRef", Error.class,
          "escalationRef", Escalation.class,
          "messageRef", Message.class,
          "signalRef", Signal.class);

  private static final Set<String> FLOWS = Set.of("incoming", "outgoing");
  private static final Set<String> ENDS = Set.of("sourceRef", "targetRef");

  private final BpmnModelElementInstance element;
  private final Mistakes mistakes;

  private ReferenceChecks(BpmnModelElementInstance element, Mistakes mistakes) {
    this.element = element;
    this.mistakes = mistakes;
  }

  static void check(BpmnModelElementInstance element, Mistakes mistakes) {
    ReferenceChecks checks = new ReferenceChecks(element, mistakes);
    checks.attributes();
    if (element instanceof FlowNode) {
      checks.flows();
    }
  }

  private void attributes() {
    for (Attribute<?> attribute : element.getElementType().getAttributes()) {
      String name = attribute.getAttributeName();
      boolean end = element instanceof SequenceFlow && ENDS.contains(name);
      Class<?> expected = end ? FlowNode.class : ATTRIBUTES.get(name);
      if (expected != null) {
        for (Reference<?> reference : attribute.getOutgoingReferences()) {
          check(name, reference.getReferenceTargetElement(element), expected);
        }
      }
    }
  }

  private void flows() {
    for (DomElement child : element.getDomElement().getChildElements()) {
      if (FLOWS.contains(child.getLocalName())) {
        String id = child.getTextContent().strip();
        ModelElementInstance target = element.getModelInstance().getModelElementById(id);
        if (target == null) {
          mistakes.add(
              element,
              "%s: there is no sequence flow '%s'; remove it".formatted(child.getLocalName(), id));
        }
        check(child.getLocalName(), target, SequenceFlow.class);
      }
    }
  }

  private void check(String name, ModelElementInstance target, Class<?> expected) {
    if (target != null && !expected.isInstance(target)) {
      mistakes.add(
          element,
          "%s: expected a %s, but '%s' is a %s"
              .formatted(
                  name,
                  expected.getSimpleName(),
                  target.getAttributeValue("id"),
                  target.getElementType().getTypeName()));
    }
  }
}

package city.whistle.console.supervision;

import city.whistle.workers.model.EnglishName;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnLabel;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.xml.impl.util.IoUtil;

/**
 * A process as it was deployed.
 *
 * @param xml the BPMN file
 * @param xmlEnglish the same with the English names that its documentation gives
 * @param elements by their ids, from left to right as they are drawn
 */
record DrawnProcess(String xml, String xmlEnglish, Map<String, Element> elements) {

  private static final double WORD_WIDTH = 90;

  /** What engines pass through by themselves; nobody waits there. */
  private static final Set<String> PASSED =
      Set.of(
          "startEvent",
          "endEvent",
          "exclusiveGateway",
          "parallelGateway",
          "inclusiveGateway",
          "eventBasedGateway",
          "intermediateThrowEvent",
          "boundaryEvent",
          "scriptTask",
          "businessRuleTask",
          "serviceTask",
          "sendTask");

  static DrawnProcess of(String xml) {
    Map<String, Element> elements = new LinkedHashMap<>();
    BpmnModelInstance model =
        Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    Map<String, Double> lefts = lefts(model);
    model.getModelElementsByType(FlowNode.class).stream()
        .sorted(Comparator.comparingDouble(node -> lefts.getOrDefault(node.getId(), 0.0)))
        .forEach(node -> elements.put(node.getId(), Element.of(node)));
    return new DrawnProcess(xml, english(model), elements);
  }

  private static String english(BpmnModelInstance model) {
    for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
      element.getDocumentations().stream()
          .map(documentation -> EnglishName.in(documentation.getTextContent()))
          .filter(name -> element.getName() != null && !name.isEmpty())
          .findFirst()
          .ifPresent(element::setName);
    }
    model.getModelElementsByType(BpmnLabel.class).forEach(DrawnProcess::widen);
    return IoUtil.convertXmlDocumentToString(model.getDocument());
  }

  /** A label is drawn as wide as its few Chinese characters; an English word needs more. */
  private static void widen(BpmnLabel label) {
    Bounds bounds = label.getBounds();
    if (bounds != null && bounds.getWidth() < WORD_WIDTH) {
      bounds.setX(bounds.getX() - (WORD_WIDTH - bounds.getWidth()) / 2);
      bounds.setWidth(WORD_WIDTH);
    }
  }

  /** Where each is drawn: the further right, the later its turn. */
  private static Map<String, Double> lefts(BpmnModelInstance model) {
    Map<String, Double> lefts = new HashMap<>();
    for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
      if (shape.getBounds() != null) {
        lefts.put(shape.getAttributeValue("bpmnElement"), shape.getBounds().getX());
      }
    }
    return lefts;
  }

  /** Its name; the id where the model has no such element. */
  String nameOf(String elementId) {
    Element element = elements.get(elementId);
    return element == null ? elementId : element.name();
  }

  /** Whether the program does it by itself, without anybody waiting. */
  boolean isSystem(String elementId) {
    Element element = elements.get(elementId);
    return element == null || PASSED.contains(element.kind());
  }

  /**
   * @param name the id where the model gives none
   * @param kind {@code userTask} and the like, as in BPMN's XML
   */
  record Element(String id, String name, String kind) {

    static Element of(FlowNode node) {
      String name = node.getName();
      return new Element(
          node.getId(),
          name == null || name.isBlank() ? node.getId() : name,
          node.getElementType().getTypeName());
    }
  }
}

package city.whistle.engine.execution;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A document with a few things in it that nobody would draw. */
final class MutatedXml {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "x",
          "=",
          "= ",
          "=null",
          "=1 +",
          "=x",
          "-1",
          "99999999999",
          "true",
          "路灯",
          "a b",
          "a..b",
          "#x",
          "x#y",
          "R/PT0S",
          "PT-1S",
          "0 0 31 2 *",
          "2026-13-01T00:00:00Z",
          "latest",
          "deployment",
          "versionTag",
          "start",
          "end",
          "x".repeat(1_100),
          "=" + "(".repeat(2_000));

  private static final List<String> ELEMENTS =
      List.of(
          "process",
          "definitions",
          "subProcess",
          "transaction",
          "adHocSubProcess",
          "complexGateway",
          "eventBasedGateway",
          "task",
          "serviceTask",
          "userTask",
          "callActivity",
          "startEvent",
          "endEvent",
          "boundaryEvent",
          "intermediateThrowEvent",
          "intermediateCatchEvent",
          "escalationEventDefinition",
          "compensateEventDefinition",
          "conditionalEventDefinition",
          "errorEventDefinition",
          "timerEventDefinition",
          "linkEventDefinition",
          "messageEventDefinition",
          "standardLoopCharacteristics",
          "dataObject",
          "textAnnotation",
          "taskDefinition",
          "ioMapping",
          "versionTag",
          "linkedResources",
          "taskListener",
          "executionListener",
          "decision",
          "decisionTable",
          "literalExpression",
          "invocation",
          "context",
          "list",
          "functionDefinition");

  private final Random random;
  private final Document document;

  private MutatedXml(Random random, String xml) throws Exception {
    this.random = random;
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    this.document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  static String of(String xml, Random random) throws Exception {
    MutatedXml mutated = new MutatedXml(random, xml);
    int mutations = 1 + random.nextInt(3);
    for (int i = 0; i < mutations; i++) {
      mutated.mutate();
    }
    return mutated.text();
  }

  private void mutate() {
    Element element = pick(elements());
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> changeAttribute(element);
      case 3, 4 -> removeAttribute(element);
      case 5 -> remove(element);
      case 6 -> copy(element);
      case 7 -> move(element);
      case 8 -> rename(element);
      default -> changeText(element);
    }
  }

  private void changeAttribute(Element element) {
    List<Attr> attributes = attributes(element);
    if (!attributes.isEmpty()) {
      List<Attr> others = attributes(pick(elements()));
      boolean taken = random.nextBoolean() && !others.isEmpty();
      pick(attributes).setValue(taken ? pick(others).getValue() : pick(VALUES));
    }
  }

  private void removeAttribute(Element element) {
    List<Attr> attributes = attributes(element);
    if (!attributes.isEmpty()) {
      element.removeAttributeNode(pick(attributes));
    }
  }

  private void remove(Element element) {
    if (element != document.getDocumentElement()) {
      element.getParentNode().removeChild(element);
    }
  }

  private void copy(Element element) {
    Element copied = (Element) element.cloneNode(true);
    if (random.nextBoolean()) {
      identified(copied).forEach(it -> it.setAttribute("id", it.getAttribute("id") + "Copy"));
    }
    Element place = random.nextBoolean() ? pick(elements()) : (Element) parentOf(element);
    place.appendChild(copied);
  }

  private org.w3c.dom.Node parentOf(Element element) {
    return element == document.getDocumentElement() ? element : element.getParentNode();
  }

  private void move(Element element) {
    Element target = pick(elements());
    boolean inside = false;
    for (org.w3c.dom.Node node = target; node != null; node = node.getParentNode()) {
      inside |= node == element;
    }
    if (!inside) {
      target.insertBefore(element, target.getFirstChild());
    }
  }

  private void rename(Element element) {
    String namespace =
        random.nextInt(4) == 0
            ? pick(List.of(BPMN, ZEEBE, "http://camunda.org/schema/1.0/bpmn", "urn:other"))
            : element.getNamespaceURI();
    String prefix = namespace.equals(element.getNamespaceURI()) ? element.getPrefix() : "n";
    String name = random.nextInt(4) == 0 ? element.getLocalName() : pick(ELEMENTS);
    document.renameNode(element, namespace, prefix == null ? name : prefix + ":" + name);
  }

  private void changeText(Element element) {
    if (element.getElementsByTagName("*").getLength() == 0) {
      element.setTextContent(pick(VALUES));
    }
  }

  private List<Element> elements() {
    return all(document.getElementsByTagName("*"));
  }

  private static List<Element> identified(Element element) {
    List<Element> found = new ArrayList<>(all(element.getElementsByTagName("*")));
    found.add(element);
    found.removeIf(it -> !it.hasAttribute("id"));
    return found;
  }

  private static List<Element> all(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<Attr> attributes(Element element) {
    List<Attr> attributes = new ArrayList<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      if (!attribute.getName().startsWith("xmlns")) {
        attributes.add(attribute);
      }
    }
    return attributes;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String text() throws Exception {
    Transformer transformer = TransformerFactory.newInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
    StringWriter text = new StringWriter();
    transformer.transform(new DOMSource(document), new StreamResult(text));
    return text.toString();
  }
}

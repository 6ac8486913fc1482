package city.whistle.workers.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Every user task of the models, with its form: a new one is among them by itself. */
public final class ModelTasks {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param id of the element
   * @param xml the element without its flows and its loop
   */
  public record ModelTask(String id, String formId, String xml) {

    public JsonNode form() {
      try (InputStream in =
          ModelTask.class.getResourceAsStream("/forms/%s.form".formatted(formId))) {
        return JSON.readTree(Objects.requireNonNull(in, formId));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return id;
    }
  }

  private ModelTasks() {}

  public static List<ModelTask> all() {
    List<ModelTask> tasks = new ArrayList<>();
    for (Resource model : resources("processes/*.bpmn")) {
      elements(document(model).getDocumentElement(), BPMN, "userTask")
          .forEach(element -> tasks.add(task(element)));
    }
    return tasks;
  }

  /** All forms, by file name. */
  public static List<Resource> forms() {
    return resources("forms/*.form");
  }

  private static ModelTask task(Element element) {
    String form =
        elements(element, ZEEBE, "formDefinition").findFirst().orElseThrow().getAttribute("formId");
    Stream.of("incoming", "outgoing", "multiInstanceLoopCharacteristics")
        .flatMap(name -> elements(element, BPMN, name))
        .toList()
        .forEach(child -> child.getParentNode().removeChild(child));
    return new ModelTask(element.getAttribute("id"), form, xml(element));
  }

  private static Stream<Element> elements(Element parent, String namespace, String name) {
    NodeList found = parent.getElementsByTagNameNS(namespace, name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
  }

  private static String xml(Node node) {
    try {
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(node), new StreamResult(text));
      return text.toString();
    } catch (javax.xml.transform.TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Resource> resources(String pattern) {
    try {
      return List.of(
          new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(Resource resource) {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    try (InputStream in = resource.getInputStream()) {
      return factory.newDocumentBuilder().parse(in);
    } catch (Exception e) {
      throw new IllegalStateException(resource + " can't be read as XML", e);
    }
  }
}

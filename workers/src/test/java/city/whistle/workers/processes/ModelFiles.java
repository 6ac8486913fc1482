package city.whistle.workers.processes;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the files of models and decisions say of themselves. */
public final class ModelFiles {

  private static final String BPMN = ".bpmn";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Map<String, byte[]> FILES = read();

  private ModelFiles() {}

  /** Ids of the rules of all decision tables of a file. */
  static List<String> rules(String resource) {
    return attributes(document(resource), "rule", "id");
  }

  /** Ids of all processes: each stands in a file of its name. */
  public static List<String> processes() {
    return FILES.keySet().stream()
        .filter(name -> name.endsWith(BPMN))
        .map(name -> name.substring(0, name.length() - BPMN.length()))
        .toList();
  }

  /** Ids of the elements that a flow leaves or enters. */
  static List<String> flowNodes(String resource) {
    Document document = document(resource);
    return Stream.of("sourceRef", "targetRef")
        .flatMap(end -> attributes(document, "sequenceFlow", end).stream())
        .distinct()
        .toList();
  }

  static List<String> sequenceFlows(String resource) {
    return attributes(document(resource), "sequenceFlow", "id");
  }

  /** Ids of the tasks for people. */
  public static List<String> userTasks(String resource) {
    return attributes(document(resource), "userTask", "id");
  }

  /** Deploys all of them as one deployment, as the workers do. */
  static void deploy(CamundaClient client) {
    DeployResourceCommandStep1 command = client.newDeployResourceCommand();
    DeployResourceCommandStep2 filled = null;
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      filled = (filled == null ? command : filled).addResourceBytes(file.getValue(), file.getKey());
    }
    filled.requestTimeout(PATIENCE).send().join();
  }

  private static Map<String, byte[]> read() {
    Map<String, byte[]> files = new TreeMap<>();
    PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    try {
      for (String pattern : List.of("processes/*.bpmn", "processes/*.dmn", "forms/*.form")) {
        for (Resource resource : resolver.getResources("classpath:" + pattern)) {
          files.put(resource.getFilename(), resource.getContentAsByteArray());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static List<String> attributes(Document document, String name, String attribute) {
    String namespace = document.getDocumentElement().getNamespaceURI();
    NodeList elements = document.getElementsByTagNameNS(namespace, name);
    return IntStream.range(0, elements.getLength())
        .mapToObj(index -> ((Element) elements.item(index)).getAttribute(attribute))
        .toList();
  }

  private static Document document(String resource) {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    try (InputStream in = ModelFiles.class.getClassLoader().getResourceAsStream(resource)) {
      return factory.newDocumentBuilder().parse(in);
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("%s can't be read as XML".formatted(resource), e);
    }
  }
}

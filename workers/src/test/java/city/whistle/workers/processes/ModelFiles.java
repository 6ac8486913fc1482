package city.whistle.workers.processes;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the files of models and decisions say of themselves. */
final class ModelFiles {

  private static final String ANY = "*";

  private ModelFiles() {}

  /** Ids of the rules of all decision tables of a file. */
  static List<String> rules(String resource) {
    return ids(document(resource), "rule");
  }

  private static List<String> ids(Document document, String name) {
    NodeList elements = document.getElementsByTagNameNS(ANY, name);
    return IntStream.range(0, elements.getLength())
        .mapToObj(index -> ((Element) elements.item(index)).getAttribute("id"))
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

package city.whistle.workers.model;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A model's elements are named in Chinese; the English name begins an element's documentation, and
 * ends at the first colon or semicolon, or with the first question mark.
 */
public final class EnglishName {

  private static final Pattern NAME = Pattern.compile("[^:;?]*\\??");
  private static final String DOCUMENTATION = "documentation";

  private EnglishName() {}

  /** Of one element; empty where its documentation is. */
  public static String in(String documentation) {
    Matcher name = NAME.matcher(documentation.strip());
    return name.lookingAt() ? name.group().strip() : "";
  }

  /**
   * Of all elements of a BPMN file that have one, by their ids.
   *
   * @throws XMLStreamException where it is no XML
   */
  public static Map<String, String> ofElements(InputStream bpmn) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader reader = factory.createXMLStreamReader(bpmn);
    Map<String, String> names = new HashMap<>();
    String id = null;
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamReader.START_ELEMENT) {
        continue;
      }
      if (!reader.getLocalName().equals(DOCUMENTATION)) {
        id = reader.getAttributeValue(null, "id");
      } else if (id != null) {
        names.put(id, in(reader.getElementText()));
      }
    }
    return names;
  }
}

package city.whistle.engine.xml;

import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Refuses XML that could make a parser read files, call out, or use up memory: too long, nested too
 * deep, with a document type, or pointing to schemas on the net.
 */
public final class UntrustedXml {

  /** As large as a message of Camunda's may be. */
  private static final int MAX_CHARACTERS = 4 * 1024 * 1024;

  /** Far beyond what anybody draws; keeps recursive readers from overflowing the stack. */
  private static final int MAX_DEPTH = 200;

  private static final int MAX_ATTRIBUTES = 500;

  private UntrustedXml() {}

  /**
   * @throws IllegalArgumentException saying what is wrong
   */
  public static void check(String xml) {
    if (xml.length() > MAX_CHARACTERS) {
      throw new IllegalArgumentException(
          "the file has " + xml.length() + " characters; at most " + MAX_CHARACTERS + " are read");
    }
    try {
      scan(reader(xml));
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("not readable as XML: " + e.getMessage(), e);
    }
  }

  /**
   * For parsers that load every schema which a file names.
   *
   * @throws IllegalArgumentException where the file names one by a path or an address
   */
  public static void checkSchemas(String xml) {
    try {
      XMLStreamReader reader = reader(xml);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          checkSchemas(reader);
        }
      }
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("not readable as XML: " + e.getMessage(), e);
    }
  }

  private static XMLStreamReader reader(String xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XmlLimits.set(factory);
    return factory.createXMLStreamReader(new StringReader(xml));
  }

  private static void scan(XMLStreamReader reader) throws XMLStreamException {
    int depth = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD ->
            throw new IllegalArgumentException(
                "a document type (DOCTYPE) is not allowed; remove it");
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("elements are nested deeper than " + MAX_DEPTH);
          }
          checkAttributes(reader);
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
  }

  private static void checkAttributes(XMLStreamReader reader) {
    if (reader.getAttributeCount() > MAX_ATTRIBUTES) {
      throw new IllegalArgumentException(
          "<%s> in line %d has %d attributes; at most %d are read"
              .formatted(
                  reader.getLocalName(),
                  reader.getLocation().getLineNumber(),
                  reader.getAttributeCount(),
                  MAX_ATTRIBUTES));
    }
  }

  private static void checkSchemas(XMLStreamReader reader) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      boolean schema =
          XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(reader.getAttributeNamespace(i))
              && reader.getAttributeLocalName(i).endsWith("chemaLocation");
      if (schema && namesPlace(reader.getAttributeValue(i))) {
        throw new IllegalArgumentException(
            "xsi:schemaLocation must not point to a place on the net or in a directory; remove it");
      }
    }
  }

  /** Pairs of namespace and place; a plain file name beside the model is harmless. */
  private static boolean namesPlace(String schemaLocation) {
    String[] parts = schemaLocation.strip().split("\\s+");
    for (int i = parts.length % 2 == 1 ? 0 : 1; i < parts.length; i += 2) {
      if (!parts[i].matches("[\\w.-]+")) {
        return true;
      }
    }
    return false;
  }
}

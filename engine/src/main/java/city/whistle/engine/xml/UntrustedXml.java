package city.whistle.engine.xml;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * Refuses XML that could make a parser read files, call out, or use up memory: too long, nested too
 * deep, with a document type; and takes away the schemas that a document names.
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
   * The same document without the places of schemas that it names ({@code xsi:schemaLocation} and
   * its like), for parsers that would load them from wherever that is.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static String withoutSchemas(String xml) {
    if (!xml.contains("chemaLocation")) {
      return xml;
    }
    StringWriter out = new StringWriter(xml.length());
    try {
      XMLEventReader reader = factory().createXMLEventReader(new StringReader(xml));
      XMLEventWriter writer = XMLOutputFactory.newFactory().createXMLEventWriter(out);
      while (reader.hasNext()) {
        XMLEvent event = reader.nextEvent();
        if (event.isStartElement()) {
          writer.add(withoutSchemas(event.asStartElement()));
        } else if (!event.isStartDocument()) {
          writer.add(event);
        }
      }
      writer.close();
      return out.toString();
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("not readable as XML: " + e.getMessage(), e);
    }
  }

  private static StartElement withoutSchemas(StartElement element) {
    List<Attribute> kept = new ArrayList<>();
    element
        .getAttributes()
        .forEachRemaining(
            attribute -> {
              if (!namesSchema(attribute.getName())) {
                kept.add(attribute);
              }
            });
    return XMLEventFactory.newFactory()
        .createStartElement(element.getName(), kept.iterator(), element.getNamespaces());
  }

  private static boolean namesSchema(QName attribute) {
    return XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(attribute.getNamespaceURI())
        && attribute.getLocalPart().endsWith("chemaLocation");
  }

  private static XMLStreamReader reader(String xml) throws XMLStreamException {
    return factory().createXMLStreamReader(new StringReader(xml));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XmlLimits.set(factory);
    return factory;
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
}

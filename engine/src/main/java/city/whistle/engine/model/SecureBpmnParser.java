package city.whistle.engine.model;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.impl.BpmnModelConstants;
import io.camunda.zeebe.model.bpmn.impl.BpmnParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads BPMN files from anybody: no document type, no external entity or schema, bounded in size
 * and depth, and valid against BPMN's schema with every violation reported.
 */
final class SecureBpmnParser extends BpmnParser {

  /** As large as a message of Camunda's may be. */
  private static final int MAX_CHARACTERS = 4 * 1024 * 1024;

  /** Far beyond what anybody draws; keeps the recursive parts of the reading from overflowing. */
  private static final int MAX_DEPTH = 200;

  private static final int MAX_REPORTED_VIOLATIONS = 50;

  /** BPMN's schema lies in a jar, plain or inside Spring Boot's; nothing is fetched over a net. */
  @Override
  protected String resolveAccessExternalSchemaProperty() {
    return "file,jar:file,jar:nested";
  }

  /**
   * @throws InvalidModelException where the text is not BPMN
   */
  BpmnModelInstance parse(String resourceName, String xml) {
    if (xml.length() > MAX_CHARACTERS) {
      throw new InvalidModelException(
          resourceName,
          List.of("the file has " + xml.length() + " characters, at most 4 MiB are read"));
    }
    try {
      scan(xml);
      List<String> violations = violations(xml);
      if (!violations.isEmpty()) {
        throw new InvalidModelException(resourceName, violations);
      }
    } catch (XMLStreamException | SAXException | IOException e) {
      throw new InvalidModelException(resourceName, List.of("not readable as XML: " + oneLine(e)));
    }
    return parseModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static void scan(String xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
    int depth = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD ->
            throw new XMLStreamException("a document type (DOCTYPE) is not allowed, remove it");
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
      if (depth > MAX_DEPTH) {
        throw new XMLStreamException("elements are nested deeper than " + MAX_DEPTH);
      }
    }
  }

  private List<String> violations(String xml) throws SAXException, IOException {
    List<String> violations = new ArrayList<>();
    Validator validator = schemas.get(BpmnModelConstants.BPMN20_NS).newValidator();
    validator.setErrorHandler(
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException e) {
            // Nothing that keeps a model from running.
          }

          @Override
          public void error(SAXParseException e) {
            if (violations.size() < MAX_REPORTED_VIOLATIONS) {
              violations.add("line " + e.getLineNumber() + ": " + oneLine(e));
            }
          }

          @Override
          public void fatalError(SAXParseException e) throws SAXException {
            throw e;
          }
        });
    validator.validate(new StreamSource(new StringReader(xml)));
    return violations;
  }

  private static String oneLine(Exception e) {
    return String.valueOf(e.getMessage())
        .lines()
        .reduce((first, line) -> first + " " + line)
        .orElse("");
  }
}

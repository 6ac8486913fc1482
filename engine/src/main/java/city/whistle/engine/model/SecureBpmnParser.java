package city.whistle.engine.model;

import city.whistle.engine.xml.UntrustedXml;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.impl.BpmnModelConstants;
import io.camunda.zeebe.model.bpmn.impl.BpmnParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
    try {
      UntrustedXml.check(xml);
      List<String> violations = violations(xml);
      if (!violations.isEmpty()) {
        throw new InvalidModelException(resourceName, violations);
      }
    } catch (IllegalArgumentException | SAXException | IOException e) {
      throw new InvalidModelException(resourceName, List.of(oneLine(e)));
    }
    return parseModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
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

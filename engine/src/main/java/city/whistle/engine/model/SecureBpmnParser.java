package city.whistle.engine.model;

import city.whistle.engine.xml.UntrustedXml;
import city.whistle.engine.xml.XmlLimits;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.impl.BpmnModelConstants;
import io.camunda.zeebe.model.bpmn.impl.BpmnParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.model.xml.impl.instance.DomDocumentImpl;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads BPMN files from anybody: no document type, no external entity or schema, bounded in size
 * and depth, and valid against BPMN's schema with every violation reported. It takes the schema
 * compiled once; the parser that it extends compiles it for every file.
 */
final class SecureBpmnParser extends BpmnParser {

  private static final int MAX_REPORTED_VIOLATIONS = 50;

  private final DocumentBuilderFactory documents = documents();

  private DocumentBuilderFactory documents() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser can't be made secure", e);
    }
    XmlLimits.set(factory);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    factory.setNamespaceAware(true);
    factory.setSchema(schemas.get(BpmnModelConstants.BPMN20_NS));
    return factory;
  }

  /**
   * @throws InvalidModelException where the text is not BPMN
   */
  BpmnModelInstance parse(String resourceName, String xml) {
    Violations violations = new Violations();
    try {
      UntrustedXml.check(xml);
      Document document = document(xml, violations);
      checkRoot(document.getDocumentElement());
      if (violations.texts.isEmpty()) {
        return createModelInstance(new DomDocumentImpl(document));
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidModelException(resourceName, List.of(oneLine(e)));
    } catch (SAXException e) {
      violations.texts.add(oneLine(e));
    }
    throw new InvalidModelException(resourceName, violations.texts);
  }

  private Document document(String xml, Violations violations) throws SAXException {
    try {
      DocumentBuilder builder;
      synchronized (documents) {
        builder = documents.newDocumentBuilder();
      }
      builder.setErrorHandler(violations);
      return builder.parse(new InputSource(new StringReader(xml)));
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException("the JDK's XML parser can't read from memory", e);
    }
  }

  /** BPMN's schema takes any of its elements as root. */
  private static void checkRoot(org.w3c.dom.Element root) {
    boolean definitions =
        BpmnModelConstants.BPMN_ELEMENT_DEFINITIONS.equals(root.getLocalName())
            && BpmnModelConstants.BPMN20_NS.equals(root.getNamespaceURI());
    if (!definitions) {
      throw new IllegalArgumentException(
          "the root element is <%s> of namespace '%s'; expected <definitions> of BPMN 2.0, namespace '%s'"
              .formatted(
                  root.getNodeName(),
                  Objects.toString(root.getNamespaceURI(), ""),
                  BpmnModelConstants.BPMN20_NS));
    }
  }

  private static String oneLine(Exception e) {
    return String.join(" ", String.valueOf(e.getMessage()).lines().toList());
  }

  private static final class Violations implements ErrorHandler {

    private final List<String> texts = new ArrayList<>();

    @Override
    public void warning(SAXParseException e) {
      // Nothing that keeps a model from running.
    }

    @Override
    public void error(SAXParseException e) {
      if (texts.size() < MAX_REPORTED_VIOLATIONS) {
        texts.add("line " + e.getLineNumber() + ": " + oneLine(e));
      }
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}

package city.whistle.workers.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Reads a model's XML. */
final class ModelXml {

  private ModelXml() {}

  /**
   * Without document types, so that nothing outside the file is read.
   *
   * @throws Unreadable where it is no XML
   */
  static Document of(ModelFile file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setExpandEntityReferences(false);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(file.content()));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new Unreadable("is no XML");
    }
  }

  /** The file can't be read; the message goes on from its name. */
  static final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }
}

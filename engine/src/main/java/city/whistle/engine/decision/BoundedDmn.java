package city.whistle.engine.decision;

import city.whistle.engine.xml.XmlLimits;
import java.io.InputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.impl.DmnParser;

/**
 * DMN's model library with our limits for its XML parser. The DMN engine reads through the
 * library's one instance, so that is where it has to stand.
 */
final class BoundedDmn extends Dmn {

  private final DmnParser parser = new Parser();

  static void install() {
    if (!(Dmn.INSTANCE instanceof BoundedDmn)) {
      Dmn.INSTANCE = new BoundedDmn();
    }
  }

  @Override
  protected DmnModelInstance doReadModelFromInputStream(InputStream stream) {
    return parser.parseModelFromStream(stream);
  }

  private static final class Parser extends DmnParser {

    @Override
    protected void configureFactory(DocumentBuilderFactory factory) {
      super.configureFactory(factory);
      XmlLimits.set(factory);
    }
  }
}

package city.whistle.engine.xml;

import java.util.Map;
import java.util.function.BiConsumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLInputFactory;

/**
 * The limits of the JDK's XML parsers, the same on every JDK: their defaults changed with JDK 24 to
 * less than {@link UntrustedXml} allows, and what it refuses, it refuses with a sentence. Another
 * parser may not know them.
 */
public final class XmlLimits {

  private static final Map<String, String> LIMITS =
      Map.of("jdk.xml.maxElementDepth", "0", "jdk.xml.elementAttributeLimit", "10000");

  private XmlLimits() {}

  public static void set(DocumentBuilderFactory factory) {
    set(factory::setAttribute);
  }

  static void set(XMLInputFactory factory) {
    set(factory::setProperty);
  }

  private static void set(BiConsumer<String, Object> property) {
    LIMITS.forEach(
        (name, value) -> {
          try {
            property.accept(name, value);
          } catch (IllegalArgumentException unknown) {
            // It has no such limit.
          }
        });
  }
}

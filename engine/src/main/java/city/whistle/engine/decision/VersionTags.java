package city.whistle.engine.decision;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.DomElement;

/** Decisions' {@code zeebe:versionTag}, which DMN's model library knows nothing of. */
final class VersionTags {

  private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
  private static final String ELEMENT = "versionTag";

  private VersionTags() {}

  /** Empty where the decision has none, or one without a value. */
  static Optional<String> of(Decision decision) {
    return elements(decision).map(VersionTags::value).filter(tag -> !tag.isBlank()).findFirst();
  }

  static boolean isWithoutValue(Decision decision) {
    return elements(decision).anyMatch(element -> value(element).isBlank());
  }

  private static Stream<DomElement> elements(Decision decision) {
    return decision.getExtensionElements() == null
        ? Stream.empty()
        : decision.getExtensionElements().getDomElement().getChildElements().stream()
            .filter(child -> ZEEBE.equals(child.getNamespaceURI()))
            .filter(child -> ELEMENT.equals(child.getLocalName()));
  }

  private static String value(DomElement element) {
    String value = element.getAttribute("value");
    return value == null ? "" : value;
  }
}

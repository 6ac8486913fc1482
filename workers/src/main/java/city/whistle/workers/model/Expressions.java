package city.whistle.workers.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a file says in FEEL, and where. */
final class Expressions {

  private final List<Said> said = new ArrayList<>();

  private Expressions() {}

  /**
   * @param where as whoever reads the file finds it
   * @param decides whether a flow, a table or a form goes by it; else it is copied from one
   *     variable to another
   * @param tests whether it tests a value, as a table's cell does
   */
  record Said(String where, String feel, boolean decides, boolean tests) {}

  /** Of a file that can be read. */
  static List<Said> of(ModelFile file) {
    Expressions found = new Expressions();
    if (file.name().endsWith(".form")) {
      found.form(ModelForm.of(file));
    } else {
      NodeList all = ModelXml.of(file).getElementsByTagNameNS("*", "*");
      for (int i = 0; i < all.getLength(); i++) {
        found.element((Element) all.item(i));
      }
    }
    return found.said;
  }

  private void element(Element element) {
    switch (element.getLocalName()) {
      case "conditionExpression" ->
          add("the flow " + owner(element), element.getTextContent(), true, false);
      case "input", "output" -> add("", element.getAttribute("source"), false, false);
      case "inputExpression" -> text(element, "an input", true, false);
      case "inputEntry" -> text(element, "a row", false, true);
      case "outputEntry" -> text(element, "a row", false, false);
      default -> {}
    }
  }

  private static String owner(Element condition) {
    return ((Element) condition.getParentNode()).getAttribute("id");
  }

  private void text(Element element, String where, boolean decides, boolean tests) {
    NodeList texts = element.getElementsByTagNameNS("*", "text");
    if (texts.getLength() > 0) {
      String feel = texts.item(0).getTextContent().strip();
      if (!feel.isEmpty() && !feel.equals("-")) {
        said.add(new Said(where, feel, decides, tests));
      }
    }
  }

  private void form(JsonNode node) {
    String key = node.path("key").asText(node.path("path").asText(node.path("id").asText()));
    add("the condition of " + key, node.at("/conditional/hide").asText(), true, false);
    add("the check of " + key, node.at("/properties/check").asText(), true, false);
    node.path("components").forEach(this::form);
  }

  /** A text without the sign is no expression. */
  private void add(String where, String text, boolean decides, boolean tests) {
    Optional.of(text.strip())
        .filter(stripped -> stripped.startsWith("="))
        .map(stripped -> new Said(where, stripped.substring(1), decides, tests))
        .ifPresent(said::add);
  }
}

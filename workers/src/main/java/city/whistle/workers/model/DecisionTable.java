package city.whistle.workers.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A decision table as it is written; all texts are FEEL, empty where nothing stands there.
 *
 * @param id the decision's
 * @param hitPolicy {@code UNIQUE} where it says none
 * @param inputs expressions of the input columns
 */
record DecisionTable(
    String id, String hitPolicy, List<String> inputs, List<Column> outputs, List<Row> rows) {

  /**
   * @param label as people see it; empty where there is none
   */
  record Column(String name, String label) {

    /** As a message says which. */
    String named() {
      return label.isEmpty() ? "column " + name : "column %s (%s)".formatted(name, label);
    }
  }

  /** One rule: tests on the inputs, and an expression for each output. */
  record Row(List<String> tests, List<String> outputs) {}

  /** The tables in a file; decisions of another kind are passed over. */
  static Stream<DecisionTable> in(Document file) {
    return elements(file.getDocumentElement(), "decision").stream()
        .flatMap(
            decision ->
                elements(decision, "decisionTable").stream()
                    .map(table -> of(decision.getAttribute("id"), table)));
  }

  private static DecisionTable of(String id, Element table) {
    String policy = table.getAttribute("hitPolicy");
    return new DecisionTable(
        id,
        policy.isEmpty() ? "UNIQUE" : policy,
        texts(table, "inputExpression"),
        elements(table, "output").stream()
            .map(output -> new Column(output.getAttribute("name"), output.getAttribute("label")))
            .toList(),
        elements(table, "rule").stream()
            .map(rule -> new Row(texts(rule, "inputEntry"), texts(rule, "outputEntry")))
            .toList());
  }

  private static List<String> texts(Element parent, String name) {
    return elements(parent, name).stream()
        .map(
            element ->
                elements(element, "text").stream()
                    .findFirst()
                    .map(Element::getTextContent)
                    .map(String::strip)
                    .orElse(""))
        .toList();
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}

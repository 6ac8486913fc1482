package city.whistle.workers.model;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What a file defines, and what it needs of others. A name that an expression makes ({@code =…}) is
 * known only when it is called, and passed over.
 *
 * @param defines {@code process:id}, {@code decision:id} or {@code form:id}
 * @param needs the same of what it calls
 * @param jobTypes for which a worker is needed
 * @param messages that it hears
 * @param elements ids of its flow elements
 * @param results which variable takes a called decision's result
 * @param set variables that take a result or are mapped out
 * @param names what else an expression may speak of: variables that are mapped in or looped
 *     through, a decision's inputs
 */
record ModelReferences(
    Set<String> defines,
    Set<String> needs,
    Set<String> jobTypes,
    Set<String> messages,
    Set<String> elements,
    Set<DecisionResult> results,
    Set<String> set,
    Set<String> names) {

  /** A decision, and the variable that takes what it decides. */
  record DecisionResult(String decision, String variable) {}

  private ModelReferences() {
    this(
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new HashSet<>(),
        new TreeSet<>(),
        new TreeSet<>());
  }

  /**
   * @throws Unreadable where the file is not what its name says
   */
  static ModelReferences of(ModelFile file) {
    ModelReferences found = new ModelReferences();
    if (file.name().endsWith(".form")) {
      found.defines.add("form:" + ModelForm.of(file).path("id").asText());
    } else {
      found.read(ModelXml.of(file).getDocumentElement());
    }
    return found;
  }

  /** All variables that it sets for whoever may read them. */
  Set<String> written() {
    Set<String> all = new TreeSet<>(set);
    all.addAll(names);
    return all;
  }

  private void read(Element root) {
    if (root.getLocalName().equals("definitions")) {
      NodeList all = root.getElementsByTagNameNS("*", "*");
      for (int i = 0; i < all.getLength(); i++) {
        read(all.item(i).getLocalName(), (Element) all.item(i));
      }
    }
  }

  private void read(String name, Element element) {
    switch (name) {
      case "process" -> defines.add("process:" + element.getAttribute("id"));
      case "calledElement" -> need("process", element.getAttribute("processId"));
      case "calledDecision" -> decided(element);
      case "formDefinition" -> need("form", element.getAttribute("formId"));
      case "taskDefinition", "taskListener", "executionListener" ->
          add(jobTypes, element.getAttribute("type"));
      case "script" -> add(set, element.getAttribute("resultVariable"));
      case "output" -> add(set, element.getAttribute("target"));
      case "input" -> add(names, element.getAttribute("target"));
      case "inputData" -> add(names, element.getAttribute("name"));
      case "loopCharacteristics" -> {
        add(names, element.getAttribute("inputElement"));
        add(names, element.getAttribute("outputCollection"));
      }
      case "decision" -> {
        defines.add("decision:" + element.getAttribute("id"));
        add(names, element.getAttribute("id"));
        add(names, element.getAttribute("name"));
      }
      case "message" -> add(messages, element.getAttribute("name"));
      default -> add(elements, element.getAttribute("id"));
    }
  }

  private void decided(Element call) {
    String decision = call.getAttribute("decisionId");
    need("decision", decision);
    String variable = call.getAttribute("resultVariable");
    results.add(new DecisionResult(decision, variable));
    add(set, variable);
  }

  private void need(String kind, String id) {
    if (!id.isEmpty() && !id.startsWith("=")) {
      needs.add(kind + ":" + id);
    }
  }

  private static void add(Set<String> names, String name) {
    if (!name.isEmpty() && !name.startsWith("=")) {
      names.add(name);
    }
  }
}

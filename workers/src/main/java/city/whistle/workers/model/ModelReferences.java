package city.whistle.workers.model;

import city.whistle.workers.model.ModelXml.Unreadable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
 */
record ModelReferences(
    Set<String> defines,
    Set<String> needs,
    Set<String> jobTypes,
    Set<String> messages,
    Set<String> elements,
    Set<DecisionResult> results,
    Set<String> set) {

  /** A decision, and the variable that takes what it decides. */
  record DecisionResult(String decision, String variable) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private ModelReferences() {
    this(
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new HashSet<>(),
        new TreeSet<>());
  }

  /**
   * @throws Unreadable where the file is not what its name says
   */
  static ModelReferences of(ModelFile file) {
    ModelReferences found = new ModelReferences();
    if (file.name().endsWith(".form")) {
      found.defines.add("form:" + form(file).path("id").asText());
    } else {
      found.read(ModelXml.of(file).getDocumentElement());
    }
    return found;
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
      case "decision" -> defines.add("decision:" + element.getAttribute("id"));
      case "calledElement" -> need("process", element.getAttribute("processId"));
      case "calledDecision" -> decided(element);
      case "formDefinition" -> need("form", element.getAttribute("formId"));
      case "taskDefinition", "taskListener", "executionListener" ->
          add(jobTypes, element.getAttribute("type"));
      case "script" -> add(set, element.getAttribute("resultVariable"));
      case "output" -> add(set, element.getAttribute("target"));
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

  private static JsonNode form(ModelFile file) {
    try {
      return JSON.readTree(file.content());
    } catch (IOException e) {
      throw new Unreadable("is no JSON");
    }
  }
}

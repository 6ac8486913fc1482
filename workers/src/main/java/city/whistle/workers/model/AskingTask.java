package city.whistle.workers.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A task of a process that shows a form.
 *
 * @param answers variables that it begins without and hands on: what its form has to ask for
 */
record AskingTask(String element, String formId, Set<String> answers) {

  static List<AskingTask> in(ModelFile process) {
    List<AskingTask> tasks = new ArrayList<>();
    for (Element task : elements(ModelXml.of(process).getDocumentElement(), "userTask")) {
      elements(task, "formDefinition")
          .forEach(
              form ->
                  tasks.add(
                      new AskingTask(
                          task.getAttribute("id"), form.getAttribute("formId"), answers(task))));
    }
    return tasks;
  }

  private static Set<String> answers(Element task) {
    Set<String> begunWithout = new TreeSet<>();
    elements(task, "input").stream()
        .filter(input -> input.getAttribute("source").replace(" ", "").equals("=null"))
        .forEach(input -> begunWithout.add(input.getAttribute("target")));
    Set<String> handedOn = new TreeSet<>();
    elements(task, "output").stream()
        .filter(output -> output.getAttribute("source").equals("=" + output.getAttribute("target")))
        .forEach(output -> handedOn.add(output.getAttribute("target")));
    handedOn.retainAll(begunWithout);
    return handedOn;
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

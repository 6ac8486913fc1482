package city.whistle.engine.model;

import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A process, compiled: immutable, with all expressions parsed.
 *
 * @param name null where the model gives none
 * @param versionTag null where the model gives none
 * @param elements by id, the process itself among them under its own id
 */
public record ProcessModel(
    String bpmnProcessId, String name, String versionTag, Map<String, Element> elements) {

  public Element element(String id) {
    Element element = elements.get(id);
    if (element == null) {
      throw new NoSuchElementException("process " + bpmnProcessId + " has no element " + id);
    }
    return element;
  }

  public Element root() {
    return element(bpmnProcessId);
  }
}

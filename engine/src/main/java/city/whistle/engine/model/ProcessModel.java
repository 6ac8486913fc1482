package city.whistle.engine.model;

import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A process, compiled: immutable, with all expressions parsed.
 *
 * @param name null where the model gives none
 * @param versionTag null where the model gives none
 * @param startForm null where the none start event refers to none, or there is no such event
 * @param elements by id, the process itself among them under its own id
 */
public record ProcessModel(
    String bpmnProcessId,
    String name,
    String versionTag,
    StartForm startForm,
    Map<String, Element> elements) {

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

package city.whistle.engine.model;

import io.camunda.zeebe.model.bpmn.instance.Definitions;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.RootElement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What is wrong with a file, each mistake once, with the element that people see in the diagram.
 */
final class Mistakes {

  /** So much of an id is shown at most. */
  private static final int MAX_SHOWN = 100;

  private final Set<String> texts = new LinkedHashSet<>();

  void add(ModelElementInstance where, String text) {
    ModelElementInstance owner = owner(where);
    String part = where == owner ? "" : qualifiedName(where) + ": ";
    texts.add(id(owner) + " (" + qualifiedName(owner) + "): " + part + text);
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  List<String> texts() {
    return List.copyOf(texts);
  }

  private static ModelElementInstance owner(ModelElementInstance where) {
    ModelElementInstance owner = where;
    while (!isNamedByPeople(owner) && owner.getParentElement() != null) {
      owner = owner.getParentElement();
    }
    return owner;
  }

  private static boolean isNamedByPeople(ModelElementInstance element) {
    return element instanceof FlowElement
        || element instanceof Definitions
        || element instanceof RootElement && !(element instanceof EventDefinition);
  }

  private static String id(ModelElementInstance owner) {
    String id = owner.getAttributeValue("id");
    if (id == null || id.isEmpty()) {
      return "element without id";
    }
    return id.length() > MAX_SHOWN ? id.substring(0, MAX_SHOWN) + "…" : id;
  }

  private static String qualifiedName(ModelElementInstance element) {
    String prefix =
        element.getDomElement().getNamespaceURI().contains("camunda") ? "zeebe" : "bpmn";
    return prefix + ":" + element.getElementType().getTypeName();
  }
}

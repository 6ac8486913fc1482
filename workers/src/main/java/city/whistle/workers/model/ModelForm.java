package city.whistle.workers.model;

import city.whistle.workers.model.ModelXml.Unreadable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads a form's JSON, as far as it must hold for a page to be able to draw it. */
final class ModelForm {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ModelForm() {}

  /**
   * @throws Unreadable where it is no JSON, or its components are none
   */
  static JsonNode of(ModelFile file) {
    try {
      JsonNode form = JSON.readTree(file.content());
      if (form.isObject()) {
        checkComponents(form, "components");
      }
      return form;
    } catch (IOException e) {
      throw new Unreadable("is no JSON");
    }
  }

  private static void checkComponents(JsonNode parent, String path) {
    JsonNode components = parent.path("components");
    if (!components.isArray() && !components.isMissingNode()) {
      throw new Unreadable(path + " must be a list; it may be empty");
    }
    for (int i = 0; i < components.size(); i++) {
      checkComponent(components.get(i), path + "[" + i + "]");
    }
  }

  private static void checkComponent(JsonNode component, String at) {
    if (!component.path("type").isTextual()) {
      throw new Unreadable(at + " must be a component: an object with its type");
    }
    if (component.has("key") && !component.get("key").isTextual()) {
      throw new Unreadable(at + ".key must be a text");
    }
    if (component.has("components")) {
      checkComponents(component, at + ".components");
    }
  }
}

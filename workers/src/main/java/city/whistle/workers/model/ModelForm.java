package city.whistle.workers.model;

import city.whistle.workers.model.ModelXml.Unreadable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads a form's JSON. */
final class ModelForm {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ModelForm() {}

  /**
   * @throws Unreadable where it is no JSON
   */
  static JsonNode of(ModelFile file) {
    try {
      return JSON.readTree(file.content());
    } catch (IOException e) {
      throw new Unreadable("is no JSON");
    }
  }
}

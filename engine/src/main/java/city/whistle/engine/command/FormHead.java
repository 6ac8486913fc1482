package city.whistle.engine.command;

import city.whistle.engine.json.Json;
import city.whistle.engine.model.InvalidModelException;
import java.util.List;
import java.util.Map;

/**
 * What the engine must know of a form.
 *
 * @param versionTag null for none
 */
record FormHead(String id, String versionTag) {

  static FormHead read(DeployedFile file) {
    Object schema;
    try {
      schema = Json.parse(file.text());
    } catch (IllegalArgumentException e) {
      throw new InvalidModelException(file.name(), List.of("A form is JSON: " + e.getMessage()));
    }
    if (schema instanceof Map<?, ?> members
        && members.get("id") instanceof String id
        && !id.isBlank()) {
      return new FormHead(id, members.get("versionTag") instanceof String tag ? tag : null);
    }
    throw new InvalidModelException(
        file.name(), List.of("A form needs a member 'id' that is a string and not empty."));
  }
}

package city.whistle.workers.difference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** Reads ids that processes have; somebody may have begun one by hand with anything. */
final class SubjectIds {

  private SubjectIds() {}

  /** Null for what is no id. */
  static UUID read(JsonNode value) {
    try {
      return value == null || !value.isTextual() ? null : UUID.fromString(value.textValue());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}

package city.whistle.engine.command;

import city.whistle.engine.json.Json;
import city.whistle.engine.model.InvalidModelException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What the engine must know of a form.
 *
 * @param versionTag null for none
 */
record FormHead(String id, String versionTag) {

  /** Ids and tags are repeated where forms are used. */
  private static final int MAX_LENGTH = 1_000;

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
      String tag = tag(file, members.get("versionTag"));
      check(file, "id", id);
      check(file, "versionTag", tag);
      return new FormHead(id, tag);
    }
    throw new InvalidModelException(
        file.name(), List.of("A form needs a member 'id' that is a string and not empty."));
  }

  /** A number counts as its text, a blank text as none. */
  private static String tag(DeployedFile file, Object value) {
    if (value == null || value instanceof String text && text.isBlank()) {
      return null;
    }
    if (value instanceof String || value instanceof Number) {
      return value.toString();
    }
    throw new InvalidModelException(
        file.name(), List.of("The form's versionTag must be a string: leave it out or mend it."));
  }

  /** Unlike XML, JSON can spell characters that no column takes. */
  private static void check(DeployedFile file, String member, String text) {
    if (text == null) {
      return;
    }
    if (text.length() > MAX_LENGTH) {
      throw new InvalidModelException(
          file.name(),
          List.of(
              "The form's %s has %d characters; at most %d are possible."
                  .formatted(member, text.length(), MAX_LENGTH)));
    }
    boolean unstorable = text.chars().anyMatch(c -> c == 0) || !isEncodable(text);
    if (unstorable) {
      throw new InvalidModelException(
          file.name(),
          List.of("The form's " + member + " has a character that can't be stored: leave it out."));
    }
  }

  private static boolean isEncodable(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}

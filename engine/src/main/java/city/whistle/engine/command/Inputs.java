package city.whistle.engine.command;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.Rejection;
import java.util.Map;

/** Checks that many commands have in common. */
final class Inputs {

  private Inputs() {}

  /** The members of what must be an object: variables. */
  static Map<String, Object> object(JsonValue variables) {
    Object value;
    try {
      value = variables.value();
    } catch (IllegalArgumentException e) {
      throw Rejection.invalid("Expected variables to be JSON, but they are not.");
    }
    if (!(value instanceof Map)) {
      throw Rejection.invalid("Expected variables to be a JSON object, but they are not.");
    }
    return variables.members();
  }

  static String name(String name, String what) {
    if (name == null || name.isEmpty()) {
      throw Rejection.invalid("Expected the name of a " + what + ", but it is empty.");
    }
    return name;
  }
}

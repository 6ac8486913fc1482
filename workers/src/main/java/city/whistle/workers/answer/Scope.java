package city.whistle.workers.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** What a form's expressions see: what was shown, and over it what was answered. */
final class Scope {

  private final Feel feel;
  private final ObjectNode variables;
  private final Map<String, Object> values;

  private Scope(Feel feel, ObjectNode variables, Map<String, Object> values) {
    this.feel = feel;
    this.variables = variables;
    this.values = values;
  }

  static Scope of(Feel feel, ObjectNode variables) {
    return new Scope(feel, variables, feel.values(variables));
  }

  JsonNode evaluate(String expression) {
    return feel.evaluate(expression, values);
  }

  boolean isTrue(String expression) {
    return evaluate(expression).asBoolean(false);
  }

  JsonNode variable(String name) {
    return variables.at("/" + name.replace(".", "/"));
  }

  /** The same with one name more. */
  Scope with(String name, JsonNode value) {
    Map<String, Object> more = new HashMap<>(values);
    more.put(name, feel.value(value));
    return new Scope(feel, variables, more);
  }
}

package city.whistle.engine.rest;

import city.whistle.engine.json.Json;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.query.KnownFields;
import city.whistle.engine.state.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON object of a request. Each method refuses a value of the wrong kind and names its field,
 * never the value. Absent and null are the same.
 */
final class Body {

  private static final String DEFAULT_TENANT = "<default>";

  private final Map<String, Object> members;
  private final String path;

  private Body(Map<String, Object> members, String path) {
    this.members = members;
    this.path = path;
  }

  /**
   * @throws Rejection where a field that is not among the known ones says something
   */
  static Body of(Map<String, Object> members, String... known) {
    return new Body(members, "").knowing(known);
  }

  private Body knowing(String... known) {
    KnownFields.check("field", path, members, Set.of(known));
    return this;
  }

  boolean has(String name) {
    return members.get(name) != null;
  }

  /** A text, null where it is absent. */
  String text(String name) {
    return text(name, null);
  }

  String text(String name, String otherwise) {
    Object value = members.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof String text) {
      return text;
    }
    throw mistyped(name, "a string");
  }

  String requiredText(String name) {
    String text = text(name);
    if (text == null || text.isBlank()) {
      throw missing(name);
    }
    return text;
  }

  /** One of a few words, null where it is absent. */
  String oneOf(String name, String... words) {
    String text = text(name);
    if (text == null || List.of(words).contains(text)) {
      return text;
    }
    throw mistyped(name, "one of " + String.join(", ", words));
  }

  /** An object that must be there, be it empty. */
  JsonValue requiredVariables(String name) {
    if (!has(name)) {
      throw missing(name);
    }
    return variables(name);
  }

  /**
   * @throws Rejection where both are given
   */
  void checkOnlyOne(String one, String other) {
    if (has(one) && has(other)) {
      throw Rejection.invalid(
          "Only one of '" + path + one + "' and '" + path + other + "' can be given.");
    }
  }

  /** Whatever its user calls an operation by: it must be 1 or more, and nobody sees it again. */
  void checkOperationReference() {
    Long reference = number("operationReference");
    if (reference != null && reference < 1) {
      throw Rejection.invalid("'operationReference' must be 1 or more.");
    }
  }

  /** A key, as a string or as a number; {@link Row#NONE} where it is absent. */
  long key(String name) {
    Object value = members.get(name);
    if (value == null) {
      return Row.NONE;
    }
    return Json.wholeNumber(value)
        .orElseThrow(() -> mistyped(name, "a key, which is a whole number as a string"));
  }

  /** A whole number, also as a string; null where it is absent. */
  Long number(String name) {
    Object value = members.get(name);
    if (value == null) {
      return null;
    }
    return Json.wholeNumber(value).orElseThrow(() -> mistyped(name, "a whole number"));
  }

  long number(String name, long otherwise) {
    Long number = number(name);
    return number == null ? otherwise : number;
  }

  /** A number of the usual size, null where it is absent. */
  Integer integer(String name) {
    Long number = number(name);
    if (number == null) {
      return null;
    }
    if (number.intValue() != number) {
      throw mistyped(name, "a whole number of at most 32 bits");
    }
    return number.intValue();
  }

  int integer(String name, int otherwise) {
    Integer number = integer(name);
    return number == null ? otherwise : number;
  }

  boolean flag(String name, boolean otherwise) {
    Object value = members.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw mistyped(name, "true or false");
  }

  /** Texts, an empty list where they are absent. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object item : list(name)) {
      if (!(item instanceof String text)) {
        throw mistyped(name, "a list of strings");
      }
      texts.add(text);
    }
    return texts;
  }

  /** Objects of a list, none where it is absent. */
  List<Body> objects(String name, String... known) {
    List<Body> objects = new ArrayList<>();
    for (Object item : list(name)) {
      objects.add(nested(name, item, known));
    }
    return objects;
  }

  /** An object within; an empty one where it is absent. */
  Body object(String name, String... known) {
    Object value = members.get(name);
    return nested(name, value == null ? Map.of() : value, known);
  }

  /** An object within whose fields need not be known; an empty one where it is absent. */
  @SuppressWarnings("unchecked")
  Body openObject(String name) {
    Object value = members.get(name);
    if (value == null || value instanceof Map<?, ?>) {
      return new Body(value == null ? Map.of() : (Map<String, Object>) value, path + name + ".");
    }
    throw mistyped(name, "an object");
  }

  /** Variables, as they are; an empty object where they are absent. */
  JsonValue variables(String name) {
    Object value = members.get(name);
    if (value == null) {
      return JsonValue.EMPTY_OBJECT;
    }
    if (value instanceof Map<?, ?>) {
      return JsonValue.of(value);
    }
    throw mistyped(name, "an object");
  }

  /**
   * @throws Rejection where a tenant is named: there is only the default one
   */
  void refuseTenants() {
    List<String> tenants = new ArrayList<>(texts("tenantIds"));
    if (has("tenantId")) {
      tenants.add(text("tenantId"));
    }
    for (String tenant : tenants) {
      if (!tenant.isEmpty() && !tenant.equals(DEFAULT_TENANT)) {
        throw Rejection.invalid(
            "There are no tenants here: leave tenantId out, or say " + DEFAULT_TENANT + ".");
      }
    }
  }

  private List<?> list(String name) {
    Object value = members.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw mistyped(name, "a list");
  }

  @SuppressWarnings("unchecked")
  private Body nested(String name, Object value, String... known) {
    if (value instanceof Map<?, ?> map) {
      return new Body((Map<String, Object>) map, path + name + ".").knowing(known);
    }
    throw mistyped(name, "an object");
  }

  private Rejection missing(String name) {
    return Rejection.invalid("No '" + path + name + "' was given.");
  }

  private Rejection mistyped(String name, String expected) {
    return Rejection.invalid("The value of '" + path + name + "' is not " + expected + ".");
  }
}

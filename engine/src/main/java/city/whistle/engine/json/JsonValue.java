package city.whistle.engine.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.Objects;

/**
 * One immutable JSON value, as text and as Java value; either form is made from the other at its
 * first use and kept. Two values are equal when their texts are.
 */
public final class JsonValue {

  public static final JsonValue NULL = new JsonValue("null", null, true);
  public static final JsonValue EMPTY_OBJECT = new JsonValue("{}", Map.of(), true);

  private static final int PER_VALUE = 4;

  private int length = -1;
  private String text;
  private Object value;
  private boolean parsed;

  private JsonValue(String text, Object value, boolean parsed) {
    this.text = text;
    this.value = value;
    this.parsed = parsed;
  }

  /** Takes over a value that nobody changes any more. */
  @JsonCreator
  public static JsonValue of(Object value) {
    return value == null ? NULL : new JsonValue(null, value, true);
  }

  /** Takes JSON text unread: for text that the engine itself wrote. */
  public static JsonValue ofText(String text) {
    return new JsonValue(Objects.requireNonNull(text), null, false);
  }

  /**
   * Reads JSON text at once.
   *
   * @throws IllegalArgumentException where it is not JSON
   */
  public static JsonValue parse(String text) {
    return new JsonValue(text, Json.parse(text), true);
  }

  public String text() {
    if (text == null) {
      text = Json.write(value);
    }
    return text;
  }

  /** About how long the text is; for this no text is made. */
  public int length() {
    if (length < 0) {
      length = text == null ? lengthOf(value) : text.length();
    }
    return length;
  }

  private static int lengthOf(Object value) {
    int sum = PER_VALUE;
    if (value instanceof String string) {
      sum += string.length();
    } else if (value instanceof Map<?, ?> members) {
      for (Map.Entry<?, ?> member : members.entrySet()) {
        sum += lengthOf(member.getKey()) + lengthOf(member.getValue());
      }
    } else if (value instanceof Iterable<?> items) {
      for (Object item : items) {
        sum += lengthOf(item);
      }
    }
    return sum;
  }

  /** Map, list, string, long, double, boolean or null; must not be changed. */
  @com.fasterxml.jackson.annotation.JsonValue
  public Object value() {
    if (!parsed) {
      value = Json.parse(text);
      parsed = true;
    }
    return value;
  }

  /**
   * The members of an object.
   *
   * @throws IllegalArgumentException where the value is not an object
   */
  @SuppressWarnings("unchecked")
  public Map<String, Object> members() {
    if (value() instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalArgumentException("expected a JSON object");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonValue that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}

package city.whistle.engine.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.Objects;

/**
 * One immutable JSON value, as text and as Java value; either form is made from the other at its
 * first use. The text is kept; the Java value, which takes many times its room, only while the
 * value is among those that were {@linkplain RecentValues used of late}, or as long as there is no
 * text. Two values are equal when their texts are.
 */
public final class JsonValue {

  public static final JsonValue NULL = new JsonValue("null", null);
  public static final JsonValue EMPTY_OBJECT = new JsonValue("{}", Map.of());

  /** Stands for a Java value that is to be made from the text. */
  private static final Object UNREAD = new Object();

  private static final int PER_VALUE = 4;

  private final boolean lasting;
  private int length = -1;
  private volatile String text;
  private volatile Object value;

  private JsonValue(String text, Object value) {
    this(text, value, false);
  }

  private JsonValue(String text, Object value, boolean lasting) {
    this.text = text;
    this.value = value;
    this.lasting = lasting;
  }

  /** Takes over a value that nobody changes any more. */
  @JsonCreator
  public static JsonValue of(Object value) {
    return value == null ? NULL : new JsonValue(null, value);
  }

  /** Takes JSON text unread: for text that the engine itself wrote. */
  public static JsonValue ofText(String text) {
    return new JsonValue(Objects.requireNonNull(text), UNREAD);
  }

  /**
   * Reads JSON text at once.
   *
   * @throws IllegalArgumentException where it is not JSON
   */
  public static JsonValue parse(String text) {
    JsonValue json = new JsonValue(text, Json.parse(text));
    json.hasBoth();
    return json;
  }

  /**
   * The same value, which keeps its Java value as long as it is there: for a long list of which
   * many steps each read an item.
   */
  public JsonValue lasting() {
    Object known = value;
    return lasting ? this : new JsonValue(text, known, true);
  }

  public String text() {
    String known = text;
    if (known == null) {
      Object unwritten = value;
      // Another thread may have made the text and let the value go: then the text is there.
      known = unwritten == UNREAD ? text : Json.write(unwritten);
      text = known;
      hasBoth();
    }
    return known;
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
    Object known = value;
    if (known == UNREAD) {
      known = Json.parse(text);
      value = known;
      hasBoth();
    }
    return known;
  }

  private void hasBoth() {
    if (!lasting) {
      RecentValues.add(this);
    }
  }

  /** Lets the Java value go; it is made from the text again when somebody asks. */
  void forget() {
    value = UNREAD;
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

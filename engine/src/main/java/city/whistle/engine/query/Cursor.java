package city.whistle.engine.query;

import city.whistle.engine.json.Json;
import city.whistle.engine.outcome.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The place of a row in an order, as answers give it out and requests bring it back: JSON in
 * standard Base64 with padding. Camunda's clients take at most {@value #MAX_LENGTH} characters of
 * it (the patterns of {@code StartCursor} and {@code EndCursor} in its API), so a row whose values
 * are longer is only named, and its values are looked up when the cursor comes back.
 */
sealed interface Cursor {

  int MAX_LENGTH = 300;

  /** What the row had in each term of the order, as it stands in answers. */
  record Values(List<?> values) implements Cursor {}

  /** The row's key, as it stands in answers. */
  record Row(Object key) implements Cursor {}

  String ROW = "row";

  static String write(List<Object> values, Object key) {
    String cursor = encode(values);
    return cursor.length() <= MAX_LENGTH ? cursor : encode(Map.of(ROW, key));
  }

  private static String encode(Object json) {
    return Base64.getEncoder().encodeToString(Json.write(json).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads also what earlier versions gave out: URL-safe, without padding.
   *
   * @throws Rejection where it is no cursor at all
   */
  static Cursor read(String text) {
    try {
      String standard = text.replace('-', '+').replace('_', '/');
      byte[] json = Base64.getDecoder().decode(standard);
      Object value = Json.parse(new String(json, StandardCharsets.UTF_8));
      if (value instanceof List<?> values) {
        return new Values(values);
      }
      if (value instanceof Map<?, ?> row && row.get(ROW) != null) {
        return new Row(row.get(ROW));
      }
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
    throw foreign();
  }

  static Rejection foreign() {
    return Rejection.invalid(
        "The cursor was not given out for this search: take startCursor or endCursor of an answer"
            + " with the same sort.");
  }
}

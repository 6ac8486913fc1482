package city.whistle.engine.rest;

import city.whistle.engine.json.Json;
import city.whistle.engine.outcome.Rejection;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.MediaType;
import java.util.Map;

/** Reads the content of a request as a JSON object. */
final class JsonContent {

  private JsonContent() {}

  /**
   * @throws WrongContentType where something else than JSON was sent
   * @throws Rejection where it is not a JSON object; the message tells the place, not what is there
   */
  @SuppressWarnings("unchecked")
  static Map<String, Object> read(MediaType type, HttpData content) {
    if (content.isEmpty()) {
      return Map.of();
    }
    if (type == null || !type.isJson()) {
      throw new WrongContentType("application/json");
    }
    if (parse(content.toStringUtf8()) instanceof Map<?, ?> members) {
      return (Map<String, Object>) members;
    }
    throw Rejection.invalid("The request's content is JSON, but not a JSON object.");
  }

  private static Object parse(String text) {
    try {
      return Json.parse(text);
    } catch (IllegalArgumentException e) {
      throw Rejection.invalid("The request's content is not valid JSON" + Json.mistake(e) + ".");
    }
  }
}

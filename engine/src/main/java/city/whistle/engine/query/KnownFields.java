package city.whistle.engine.query;

import city.whistle.engine.outcome.Rejection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What becomes of a request's fields that the engine doesn't know. Camunda refuses them since 8.8,
 * so that a field that is spelt wrong is not lost without a word. Clients of later versions send
 * fields that are newer than this engine, though, also where their user set none: those say nothing
 * (null, an empty list, an object of such), and are passed over. One that says something is
 * refused, because nobody would get what it asks for.
 */
public final class KnownFields {

  private KnownFields() {}

  /**
   * @param what the fields are, for the message
   * @param path how the names of the fields begin in the message
   * @throws Rejection where a field that is not known says something
   */
  public static void check(
      String what, String path, Map<String, ?> fields, Collection<String> known) {
    fields.forEach(
        (name, value) -> {
          if (!known.contains(name) && !isNothing(value)) {
            throw Rejection.invalid(
                "Unknown %s '%s%s'; known are %s."
                    .formatted(what, path, name, String.join(", ", new TreeSet<>(known))));
          }
        });
  }

  /** Null, an empty list, or an object of nothing else. */
  static boolean isNothing(Object value) {
    if (value instanceof List<?> list) {
      return list.isEmpty();
    }
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().allMatch(KnownFields::isNothing);
    }
    return value == null;
  }
}

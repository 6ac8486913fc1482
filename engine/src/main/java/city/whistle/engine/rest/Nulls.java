package city.whistle.engine.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a member of an answer that has no value. Camunda 8.8 leaves it out, 8.9 writes it
 * as null, and strict readers of either version take the other's for a mistake; nothing in a
 * request tells who asks. Camunda's Java clients of both versions read either.
 */
enum Nulls {
  /** As Camunda 8.8 does. */
  LEFT_OUT {
    @Override
    Object in(Object answer) {
      return without(answer);
    }
  },
  /** As Camunda 8.9 does. */
  WRITTEN {
    @Override
    Object in(Object answer) {
      return answer;
    }
  };

  /** A null in somebody's variables is a value, which both versions write. */
  private static final String VARIABLES = "variables";

  /** The answer as it is written. */
  abstract Object in(Object answer);

  private static Object without(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Nulls::without).toList();
    }
    if (!(value instanceof Map<?, ?> members)) {
      return value;
    }
    Map<Object, Object> kept = new LinkedHashMap<>();
    members.forEach(
        (name, member) -> {
          if (member != null) {
            kept.put(name, name.equals(VARIABLES) ? member : without(member));
          }
        });
    return kept;
  }
}

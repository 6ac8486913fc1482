package city.whistle.engine.query;

import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.query.Resource.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** A search's whole filter as SQL: all of its members together. */
final class Filters {

  private Filters() {}

  /**
   * @throws Rejection where a member is unknown or mistyped
   */
  static Condition all(Map<String, Filter> known, String path, Map<String, Object> filter) {
    KnownFields.check("filter", path.isEmpty() ? "" : path + ".", filter, known.keySet());
    List<Condition> conditions = new ArrayList<>();
    filter.forEach(
        (name, value) -> {
          String member = path.isEmpty() ? name : path + "." + name;
          Filter found = known.get(name);
          if (found != null && value != null) {
            conditions.add(found.condition(member, value, filter));
          }
        });
    return DSL.and(conditions);
  }

  /**
   * The same filter with each member as short as it can be said. Camunda's clients write {@code
   * {"$eq": "x", "$in": [], "$notIn": []}} where {@code "x"} says as much, and what a search asks
   * decides which index finds it.
   */
  static Map<String, Object> plain(Map<String, Object> filter) {
    Map<String, Object> plain = new LinkedHashMap<>();
    filter.forEach((name, value) -> plain.put(name, plain(value)));
    return plain;
  }

  private static Object plain(Object value) {
    if (!(value instanceof Map<?, ?> operators)) {
      return value;
    }
    List<? extends Map.Entry<?, ?>> asked =
        operators.entrySet().stream()
            .filter(one -> !KnownFields.isNothing(one.getValue()))
            .toList();
    if (asked.size() != 1) {
      return value;
    }
    Map.Entry<?, ?> only = asked.get(0);
    return only.getKey().equals("$eq") ? only.getValue() : Map.of(only.getKey(), only.getValue());
  }

  /** At least one of the filters in a list, if it has any. */
  static Condition any(Map<String, Filter> known, String path, Object filters) {
    List<Condition> conditions = new ArrayList<>();
    for (Object filter : list(filters, path)) {
      Map<String, Object> members = plain(object(filter, path));
      if (!members.isEmpty()) {
        conditions.add(all(known, path, members));
      }
    }
    return conditions.isEmpty() ? DSL.noCondition() : DSL.or(conditions);
  }

  static List<?> list(Object json, String path) {
    if (json instanceof List<?> list) {
      return list;
    }
    throw Rejection.invalid("The value of '" + path + "' is not a list.");
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Object json, String path) {
    if (json instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw Rejection.invalid("The value of '" + path + "' is not an object.");
  }
}

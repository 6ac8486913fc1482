package city.whistle.engine.query;

import city.whistle.engine.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Filters that name candidates, as lists of work do: said so that an index of lists finds them
 * among all open tasks.
 */
final class Candidates {

  private static final int APART_MAX = 20;

  private Candidates() {}

  /** The names where the filter is nothing but one name or a list of names. */
  static Optional<List<String>> named(Object filter) {
    if (filter instanceof String name) {
      return Optional.of(List.of(name));
    }
    if (filter instanceof Map<?, ?> operators && operators.size() == 1) {
      if (operators.get("$eq") instanceof String name) {
        return Optional.of(List.of(name));
      }
      if (operators.get("$in") instanceof List<?> names
          && !names.isEmpty()
          && names.stream().allMatch(String.class::isInstance)) {
        return Optional.of(names.stream().map(String.class::cast).distinct().toList());
      }
    }
    return Optional.empty();
  }

  /**
   * @param column of type jsonb, a list of texts
   */
  static Condition anyOf(Field<String> column, List<String> names) {
    return DSL.or(
        names.stream()
            .map(
                name ->
                    DSL.condition(
                        "{0} @> cast({1} as jsonb)", column, DSL.val(Json.write(List.of(name)))))
            .toList());
  }

  /**
   * The same of lists with one name alone: one condition for each name, or one for all where they
   * are many.
   *
   * @param column of type jsonb, a list of texts
   */
  static List<Condition> alone(Field<String> column, List<String> names) {
    return names.size() > APART_MAX
        ? List.of(anyAlone(column, names))
        : names.stream().map(name -> anyAlone(column, List.of(name))).toList();
  }

  private static Condition anyAlone(Field<String> column, List<String> names) {
    return DSL.condition(
        "md5(cast({0} as text)) in ({1})",
        column,
        DSL.list(
            names.stream()
                .map(
                    name ->
                        DSL.field(
                            "md5(cast(cast({0} as jsonb) as text))",
                            String.class, DSL.val(Json.write(List.of(name)))))
                .toList()));
  }
}

package city.whistle.engine.query;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.jooq.Field;

/**
 * One attribute of a resource.
 *
 * @param name as in the API
 * @param values all that there are, in Camunda's words; empty where anything may be
 * @param toWire the column's value as it stands in an answer
 */
record Attribute(
    String name,
    Field<Object> column,
    Kind kind,
    Set<String> values,
    UnaryOperator<Object> toWire) {

  @SuppressWarnings("unchecked")
  static Attribute of(String name, Kind kind, Field<?> column) {
    return new Attribute(name, (Field<Object>) column, kind, Set.of(), kind::toWire);
  }

  Attribute oneOf(Set<String> all) {
    return new Attribute(name, column, kind, all, toWire);
  }

  Attribute shownBy(UnaryOperator<Object> mapper) {
    return new Attribute(name, column, kind, values, mapper);
  }
}

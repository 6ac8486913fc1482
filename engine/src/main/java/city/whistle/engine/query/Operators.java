package city.whistle.engine.query;

import city.whistle.engine.outcome.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The filter operators of the API as SQL, the same for all attributes. */
final class Operators {

  private static final char ESCAPE = '\\';

  private Operators() {}

  /**
   * The condition that a filter sets for one attribute: a plain value, or an object of operators.
   * Null and empty lists set none.
   *
   * @throws Rejection where an operator is unknown or a value of the wrong kind
   */
  static Condition condition(Attribute attribute, String path, Object filter) {
    if (filter == null) {
      return DSL.noCondition();
    }
    if (!(filter instanceof Map<?, ?> operators)) {
      return attribute.column().eq(operand(attribute, path, filter));
    }
    List<Condition> all = new ArrayList<>();
    operators.forEach((name, operand) -> all.add(apply((String) name, attribute, path, operand)));
    return DSL.and(all);
  }

  private static Condition apply(String name, Attribute attribute, String path, Object operand) {
    if (operand == null) {
      return DSL.noCondition();
    }
    Field<Object> column = attribute.column();
    String where = path + "." + name;
    return switch (name) {
      case "$eq" -> column.eq(operand(attribute, where, operand));
      case "$neq" -> column.isDistinctFrom(value(attribute, where, operand));
      case "$exists" -> exists(column, Kind.BOOLEAN.read(operand, where));
      case "$gt" -> column.gt(value(attribute, where, operand));
      case "$gte" -> column.ge(value(attribute, where, operand));
      case "$lt" -> column.lt(value(attribute, where, operand));
      case "$lte" -> column.le(value(attribute, where, operand));
      case "$in" -> in(column, values(attribute, where, operand));
      case "$notIn" -> notIn(column, values(attribute, where, operand));
      case "$like" -> like(attribute, where, operand);
      default ->
          throw Rejection.invalid(
              "Unknown operator '"
                  + name
                  + "' for '"
                  + path
                  + "'; known are $eq, $neq, $exists, $gt, $gte, $lt, $lte, $in, $notIn, $like.");
    };
  }

  private static Condition exists(Field<Object> column, Object wanted) {
    return Boolean.TRUE.equals(wanted) ? column.isNotNull() : column.isNull();
  }

  private static Condition in(Field<Object> column, List<Object> values) {
    return values.isEmpty() ? DSL.noCondition() : column.in(values);
  }

  private static Condition notIn(Field<Object> column, List<Object> values) {
    return values.isEmpty() ? DSL.noCondition() : column.notIn(values).or(column.isNull());
  }

  private static Condition like(Attribute attribute, String path, Object operand) {
    if (attribute.kind() != Kind.TEXT) {
      throw Rejection.invalid("'" + path + "' is not possible: only texts can be matched.");
    }
    String pattern = pattern((String) Kind.TEXT.read(operand, path));
    return attribute.column().cast(String.class).like(pattern, ESCAPE);
  }

  /** Camunda's wildcards * and ?, either of them literal after a backslash, as SQL's. */
  static String pattern(String wildcards) {
    StringBuilder sql = new StringBuilder(wildcards.length() + 8);
    for (int i = 0; i < wildcards.length(); i++) {
      char c = wildcards.charAt(i);
      boolean escaping = c == ESCAPE && i + 1 < wildcards.length();
      if (escaping) {
        i++;
        literal(wildcards.charAt(i), sql);
      } else if (c == '*') {
        sql.append('%');
      } else if (c == '?') {
        sql.append('_');
      } else {
        literal(c, sql);
      }
    }
    return sql.toString();
  }

  private static void literal(char c, StringBuilder sql) {
    if (c == '%' || c == '_' || c == ESCAPE) {
      sql.append(ESCAPE);
    }
    sql.append(c);
  }

  private static List<Object> values(Attribute attribute, String path, Object operand) {
    if (!(operand instanceof List<?> list)) {
      throw Rejection.invalid("The value of '" + path + "' is not a list.");
    }
    List<Object> values = new ArrayList<>(list.size());
    list.forEach(item -> values.add(value(attribute, path, item)));
    return values;
  }

  /**
   * One of few words is said outright, so that an index of those rows alone serves it; anything
   * else is a parameter.
   */
  private static Field<Object> operand(Attribute attribute, String path, Object json) {
    Object value = value(attribute, path, json);
    return attribute.values().isEmpty() ? DSL.val(value) : DSL.inline(value);
  }

  private static Object value(Attribute attribute, String path, Object json) {
    Object value = attribute.kind().read(json, path);
    if (!attribute.values().isEmpty() && !attribute.values().contains(value)) {
      throw Rejection.invalid(
          "The value of '"
              + path
              + "' is not one of "
              + String.join(", ", new TreeSet<>(attribute.values()))
              + ".");
    }
    return value;
  }
}

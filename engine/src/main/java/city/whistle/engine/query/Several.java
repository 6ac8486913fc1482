package city.whistle.engine.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Filters by what a row may have several of, or none: variables, incidents, candidates. A plain
 * column says with null that nothing is there; here nothing is a row of another table that isn't
 * there, so {@code $exists} asks for the other rows themselves.
 */
final class Several {

  private static final String EXISTS = "$exists";

  private Several() {}

  /**
   * One of the several meets all operators together, {@code $exists} apart.
   *
   * @param any turns a condition for one of the several into one for the row
   */
  static Condition oneMeetsAll(
      Attribute attribute, String path, Object filter, UnaryOperator<Condition> any) {
    if (KnownFields.isNothing(filter)) {
      return DSL.noCondition();
    }
    if (!(filter instanceof Map<?, ?> operators)) {
      return any.apply(Operators.condition(attribute, path, filter));
    }
    Map<Object, Object> others = new LinkedHashMap<>(operators);
    Condition exists = exists(others.remove(EXISTS), path, any);
    return KnownFields.isNothing(others)
        ? exists
        : exists.and(any.apply(Operators.condition(attribute, path, others)));
  }

  /**
   * The several are taken as one list: each operator for itself, and the negative ones ask that
   * none is so.
   *
   * @param any turns a condition for one of the several into one for the row
   */
  static Condition listMeets(
      Attribute attribute, String path, Object filter, UnaryOperator<Condition> any) {
    if (!(filter instanceof Map<?, ?> operators)) {
      return oneMeetsAll(attribute, path, filter, any);
    }
    List<Condition> all = new ArrayList<>();
    operators.forEach(
        (name, operand) -> {
          String positive = name.equals("$neq") ? "$eq" : name.equals("$notIn") ? "$in" : null;
          if (positive == null) {
            all.add(oneMeetsAll(attribute, path, Map.of(name, nothingForNull(operand)), any));
          } else if (!KnownFields.isNothing(operand)) {
            all.add(DSL.not(oneMeetsAll(attribute, path, Map.of(positive, operand), any)));
          }
        });
    return DSL.and(all);
  }

  private static Object nothingForNull(Object operand) {
    return operand == null ? List.of() : operand;
  }

  private static Condition exists(Object wanted, String path, UnaryOperator<Condition> any) {
    if (wanted == null) {
      return DSL.noCondition();
    }
    Condition some = any.apply(DSL.noCondition());
    return Boolean.TRUE.equals(Kind.BOOLEAN.read(wanted, path + "." + EXISTS))
        ? some
        : DSL.not(some);
  }
}

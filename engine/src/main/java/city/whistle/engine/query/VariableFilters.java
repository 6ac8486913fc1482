package city.whistle.engine.query;

import city.whistle.engine.outcome.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Filters by variables: a list of names and conditions for their values, all to be met. */
final class VariableFilters {

  private static final Relation V = Relation.of("variable", "v");
  private static final Attribute VALUE = Attribute.of("value", Kind.TEXT, V.text("value"));

  private VariableFilters() {}

  /**
   * @param scope holds for the variables that count
   */
  static Condition all(String path, Object filters, Condition scope) {
    List<Condition> conditions = new ArrayList<>();
    for (Object filter : Filters.list(filters, path)) {
      conditions.add(one(path, Filters.object(filter, path), scope));
    }
    return DSL.and(conditions);
  }

  private static Condition one(String path, Map<String, Object> filter, Condition scope) {
    Object name = filter.get("name");
    if (name == null || filter.get("value") == null) {
      throw Rejection.invalid("Each item of '" + path + "' needs a name and a value.");
    }
    return DSL.exists(
        DSL.selectOne()
            .from(V.table())
            .where(scope)
            .and(V.text("name").eq((String) Kind.TEXT.read(name, path + ".name")))
            .and(Operators.condition(VALUE, path + ".value", filter.get("value"))));
  }

  static Condition ofInstance(Field<Long> processInstanceKey) {
    return V.key("process_instance_key").eq(processInstanceKey);
  }

  static Condition ofScope(Field<Long> scopeKey) {
    return V.key("scope_key").eq(scopeKey);
  }
}

package city.whistle.engine.query;

import city.whistle.engine.outcome.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Filters by variables: a list of names and conditions for their values, all to be met. {@code
 * $exists} asks whether there is a variable of that name; all other operators ask for one.
 */
final class VariableFilters {

  private static final Relation V = Relation.of("variable", "v");
  private static final Set<String> MEMBERS = Set.of("name", "value");
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
    KnownFields.check("field", path + ".", filter, MEMBERS);
    Object name = filter.get("name");
    if (name == null || filter.get("value") == null) {
      throw Rejection.invalid("Each item of '" + path + "' needs a name and a value.");
    }
    Condition named = scope.and(named((String) Kind.TEXT.read(name, path + ".name")));
    Object value = filter.get("value");
    return KnownFields.isNothing(value)
        ? exists(named)
        : Several.oneMeetsAll(
            VALUE, path + ".value", value, condition -> exists(named.and(condition)));
  }

  /** An index finds it among the variables of its instance by the hash, however long it is. */
  private static Condition named(String name) {
    return V.text("name")
        .eq(name)
        .and(DSL.condition("hashtext({0}) = hashtext({1})", V.text("name"), DSL.val(name)));
  }

  /**
   * Asked of each row that meets all else, one after the other, which the offset has PostgreSQL do:
   * joined, all variables there ever were would be read for the few that are asked for.
   */
  private static Condition exists(Condition which) {
    return DSL.condition("exists ({0} offset 0)", DSL.selectOne().from(V.table()).where(which));
  }

  static Condition ofInstance(Field<Long> processInstanceKey) {
    return V.key("process_instance_key").eq(processInstanceKey);
  }

  static Condition ofScope(Field<Long> scopeKey) {
    return V.key("scope_key").eq(scopeKey);
  }
}

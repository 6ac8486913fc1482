package city.whistle.engine.query;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Who has an active incident: where it happened, and every scope around that, through call
 * activities up to the outermost caller. The subquery is the same for all rows and small, as active
 * incidents are few. An instance is its own outermost scope and has one key as both.
 */
final class ActiveIncidents {

  private static final String AFFECTED =
      """
      with recursive affected(key) as (
        select element_instance_key from engine.incident where state = 'ACTIVE'
        union
        select coalesce(e.scope_key, p.parent_element_instance_key)
        from affected
        join engine.element_instance e on e.key = affected.key
        left join engine.process_instance p on p.key = e.key
        where coalesce(e.scope_key, p.parent_element_instance_key) is not null)
      select key from affected\
      """;

  private ActiveIncidents() {}

  /** The keys that such conditions hold for; few, where incidents are. */
  static Long[] keys(DSLContext database) {
    return database.fetch(AFFECTED).getValues(0, Long.class).toArray(Long[]::new);
  }

  static Condition ofInstance(Field<Long> processInstanceKey) {
    return affects(processInstanceKey);
  }

  static Condition ofElement(Field<Long> elementInstanceKey) {
    return affects(elementInstanceKey);
  }

  private static Condition affects(Field<Long> key) {
    return DSL.condition("{0} in (" + AFFECTED + ")", key);
  }
}

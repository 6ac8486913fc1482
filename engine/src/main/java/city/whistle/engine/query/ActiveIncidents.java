package city.whistle.engine.query;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Who has an active incident: where it happened, and everybody who waits for that through call
 * activities. Each subquery is the same for all rows and small, as active incidents are few.
 */
final class ActiveIncidents {

  private static final String INSTANCES =
      """
      with recursive affected(key) as (
        select process_instance_key from engine.incident where state = 'ACTIVE'
        union
        select called.parent_process_instance_key
        from engine.process_instance called join affected on called.key = affected.key
        where called.parent_process_instance_key is not null)
      select key from affected""";

  private static final String ELEMENTS =
      """
      select element_instance_key from engine.incident where state = 'ACTIVE'
      union
      select parent_element_instance_key from engine.process_instance
      where parent_element_instance_key is not null and key in (%s)"""
          .formatted(INSTANCES);

  private ActiveIncidents() {}

  static Condition ofInstance(Field<Long> processInstanceKey) {
    return DSL.condition("{0} in (" + INSTANCES + ")", processInstanceKey);
  }

  static Condition ofElement(Field<Long> elementInstanceKey) {
    return DSL.condition("{0} in (" + ELEMENTS + ")", elementInstanceKey);
  }
}

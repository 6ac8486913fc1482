package city.whistle.engine.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** How many instances of each element are active, stuck, done or terminated. */
final class Statistics {

  private static final Relation P = Relation.of("process_instance", "p");
  private static final Relation E = Relation.of("element_instance", "e");

  private static final Field<String> STATE = ElementInstances.state(E);

  private Statistics() {}

  static List<Map<String, Object>> ofInstance(DSLContext database, long processInstanceKey) {
    return count(database, E.key("process_instance_key").eq(processInstanceKey));
  }

  /**
   * @param filter which instances of the process count, as in their search
   */
  static List<Map<String, Object>> ofDefinition(
      DSLContext database, long processDefinitionKey, Map<String, Object> filter) {
    SearchBounds.isWide(filter, 0);
    Resource instances = ProcessInstances.RESOURCE;
    return count(
        database,
        E.key("process_instance_key")
            .in(
                DSL.select(P.key("key"))
                    .from(instances.from())
                    .where(P.key("process_definition_key").eq(processDefinitionKey))
                    .and(Filters.all(instances.filters(), "filter", Filters.plain(filter)))));
  }

  /** Who is stuck is asked first: PostgreSQL counts on all cores only where no row asks for it. */
  private static List<Map<String, Object>> count(DSLContext database, Condition which) {
    Condition stuck = E.key("key").eq(DSL.any(ActiveIncidents.keys(database)));
    return database
        .select(
            E.text("element_id").as("id"),
            DSL.count().filterWhere(STATE.eq("ACTIVE").andNot(stuck)).as("active"),
            DSL.count().filterWhere(STATE.eq("TERMINATED")).as("canceled"),
            DSL.count().filterWhere(STATE.eq("ACTIVE").and(stuck)).as("incidents"),
            DSL.count().filterWhere(STATE.eq("COMPLETED")).as("completed"))
        .from(E.table())
        .where(which)
        .and(ElementInstances.isShown(E))
        .groupBy(E.text("element_id"))
        .orderBy(E.text("element_id"))
        .fetch(Statistics::item);
  }

  private static Map<String, Object> item(Record row) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("elementId", row.get("id"));
    for (String name : List.of("active", "canceled", "incidents", "completed")) {
      item.put(name, row.get(name));
    }
    return item;
  }
}

package city.whistle.engine.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Which way an instance went, and which way one came to it. */
final class Paths {

  private static final Relation F = Relation.of("sequence_flow", "f");
  private static final Relation P = Relation.of("process_instance", "p");

  private static final String CALLERS =
      """
      with recursive callers(key, depth) as (
        select cast({0} as bigint), 0
        union all
        select p.parent_process_instance_key, callers.depth + 1
        from callers join engine.process_instance p on p.key = callers.key
        where p.parent_process_instance_key is not null)
      select p.key as instance_key, d.key as definition_key,
        coalesce(d.name, d.bpmn_process_id) as definition_name
      from callers
      join engine.process_instance p on p.key = callers.key
      join engine.process_definition d on d.key = p.process_definition_key
      order by callers.depth desc\
      """;

  private Paths() {}

  /** Each flow that was taken, once however often it was. */
  static List<Map<String, Object>> sequenceFlows(DSLContext database, long processInstanceKey) {
    return database
        .selectDistinct(
            F.text("flow_id").as("flow_id"),
            F.key("process_definition_key").as("definition_key"),
            F.text("bpmn_process_id").as("definition_id"),
            P.key("root_process_instance_key").as("root_key"))
        .from(F.table())
        .join(P.table())
        .on(P.key("key").eq(F.key("process_instance_key")))
        .where(F.key("process_instance_key").eq(processInstanceKey))
        .orderBy(DSL.field(DSL.name("flow_id")))
        .fetch(row -> flow(processInstanceKey, row));
  }

  private static Map<String, Object> flow(long processInstanceKey, Record row) {
    Map<String, Object> flow = new LinkedHashMap<>();
    flow.put("sequenceFlowId", processInstanceKey + "_" + row.get("flow_id"));
    flow.put("elementId", row.get("flow_id"));
    flow.put("processInstanceKey", Long.toString(processInstanceKey));
    flow.put("rootProcessInstanceKey", row.get("root_key").toString());
    flow.put("processDefinitionKey", row.get("definition_key").toString());
    flow.put("processDefinitionId", row.get("definition_id"));
    flow.put("tenantId", "<default>");
    return flow;
  }

  /** The instances from the outermost caller down to the given one. */
  static List<Map<String, Object>> callHierarchy(DSLContext database, long processInstanceKey) {
    return database.fetch(CALLERS, DSL.val(processInstanceKey)).map(Paths::caller);
  }

  private static Map<String, Object> caller(Record row) {
    Map<String, Object> caller = new LinkedHashMap<>();
    caller.put("processInstanceKey", row.get("instance_key").toString());
    caller.put("processDefinitionKey", row.get("definition_key").toString());
    caller.put("processDefinitionName", row.get("definition_name"));
    return caller;
  }
}

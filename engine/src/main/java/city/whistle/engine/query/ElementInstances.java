package city.whistle.engine.query;

import io.camunda.client.protocol.rest.ElementInstanceFilter;
import io.camunda.client.protocol.rest.ElementInstanceStateEnum;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Elements of instances, on their way or done; the process itself is not among them. */
final class ElementInstances {

  private static final Relation E = Relation.of("element_instance", "e");
  private static final Relation S = Relation.of("element_instance", "s");
  private static final Relation I = Relation.of("incident", "i");

  private static final List<String> ENDED = List.of("COMPLETED", "TERMINATED");

  private static final Field<Long> INCIDENT_KEY =
      DSL.field(
          DSL.select(DSL.min(I.key("key")))
              .from(I.table())
              .where(I.key("process_instance_key").eq(E.key("process_instance_key")))
              .and(I.key("element_instance_key").eq(E.key("key")))
              .and(I.text("state").eq("ACTIVE")));

  static final Resource RESOURCE =
      new ResourceBuilder("element instance", E.table())
          .where(isShown(E))
          .key("elementInstanceKey", E.key("key"))
          .reference("processInstanceKey", E.key("process_instance_key"))
          .root(E.key("process_instance_key"))
          .reference("processDefinitionKey", E.key("process_definition_key"))
          .text("processDefinitionId", E.text("bpmn_process_id"))
          .text("elementId", E.text("element_id"))
          .text("elementName", DSL.coalesce(E.text("element_name"), E.text("element_id")))
          .word("type", E.text("type"), ElementInstanceFilter.TypeEnum.values())
          .word("state", state(E), ElementInstanceStateEnum.values())
          .date("startDate", E.date("started_at"))
          .date("endDate", E.date("ended_at"))
          .flag("hasIncident", DSL.field(ActiveIncidents.ofElement(E.key("key"))))
          .reference("incidentKey", INCIDENT_KEY)
          .tenant()
          .filter("elementInstanceScopeKey", (path, value, all) -> inScope(path, value))
          .build();

  private ElementInstances() {}

  static Condition isShown(Relation elements) {
    return elements.text("type").ne("PROCESS");
  }

  /** The API knows only one state before the end. */
  static Field<String> state(Relation elements) {
    Field<String> state = elements.text("state");
    return DSL.when(state.in(ENDED), state).otherwise("ACTIVE");
  }

  static Condition isOpen(Relation elements) {
    return elements.text("state").notIn(ENDED);
  }

  /** Direct children of an element instance or of a process instance. */
  private static Condition inScope(String path, Object value) {
    Long scope = (Long) Kind.KEY.read(value, path);
    return E.key("scope_key")
        .eq(scope)
        .and(
            E.key("process_instance_key")
                .eq(
                    DSL.select(S.key("process_instance_key"))
                        .from(S.table())
                        .where(S.key("key").eq(scope))));
  }
}

package city.whistle.engine.query;

import io.camunda.client.protocol.rest.IncidentFilter;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Incidents, active and resolved. */
final class Incidents {

  private static final Relation I = Relation.of("incident", "i");

  static final Resource RESOURCE =
      new ResourceBuilder("incident", I.table())
          .key("incidentKey", I.key("key"))
          .word("errorType", I.text("error_type"), IncidentFilter.ErrorTypeEnum.values())
          .text("errorMessage", DSL.coalesce(I.text("error_message"), DSL.inline("")))
          .word("state", I.text("state"), IncidentFilter.StateEnum.values())
          .date("creationTime", I.date("created_at"))
          .text("elementId", I.text("element_id"))
          .reference("elementInstanceKey", I.key("element_instance_key"))
          .reference("processInstanceKey", I.key("process_instance_key"))
          .root(I.key("process_instance_key"))
          .reference("processDefinitionKey", I.key("process_definition_key"))
          .text("processDefinitionId", I.text("bpmn_process_id"))
          .reference("jobKey", I.key("job_key"))
          .tenant()
          .build();

  private static final String INSTANCE_AND_CALLED =
      """
      with recursive called(key) as (
        select cast({0} as bigint)
        union all
        select p.key from engine.process_instance p
        join called on p.parent_process_instance_key = called.key)
      select key from called\
      """;

  private Incidents() {}

  /** Incidents of an instance and of all that it called, directly or not. */
  static Condition below(long processInstanceKey) {
    return DSL.condition(
        "i.process_instance_key in (" + INSTANCE_AND_CALLED + ")", DSL.val(processInstanceKey));
  }
}

package city.whistle.engine.query;

import io.camunda.client.protocol.rest.JobKindEnum;
import io.camunda.client.protocol.rest.JobListenerEventTypeEnum;
import io.camunda.client.protocol.rest.JobStateEnum;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Jobs, open and done. Until when a worker has one is known to the engine's memory alone, so the
 * deadline is never shown; when a job was changed last, nobody keeps.
 */
final class Jobs {

  private static final Relation J = Relation.of("job", "j");

  private static final Field<Boolean> FAILED_WITH_RETRIES =
      DSL.field(J.text("state").eq("FAILED").and(J.integer("retries").gt(0)));
  private static final Field<String> LISTENER_EVENT =
      DSL.coalesce(DSL.upper(J.text("listener_event")), DSL.inline("UNSPECIFIED"));

  static final Resource RESOURCE =
      new ResourceBuilder("job", J.table())
          .key("jobKey", J.key("key"))
          .text("type", J.text("type"))
          .text("worker", DSL.coalesce(J.text("worker"), DSL.inline("")))
          .word("state", J.text("state"), JobStateEnum.values())
          .word("kind", J.text("kind"), JobKindEnum.values())
          .word("listenerEventType", LISTENER_EVENT, JobListenerEventTypeEnum.values())
          .integer("retries", J.integer("retries"))
          .never("isDenied", Kind.BOOLEAN)
          .never("deniedReason", Kind.TEXT)
          .flag("hasFailedWithRetriesLeft", FAILED_WITH_RETRIES)
          .text("errorCode", J.text("error_code"))
          .text("errorMessage", J.text("error_message"))
          .show("customHeaders", Kind.JSON, J.json("headers"))
          .never("deadline", Kind.DATE)
          .date("creationTime", J.date("created_at"))
          .show("lastUpdateTime", Kind.DATE, DSL.castNull(Kind.DATE.dataType()))
          .date("endTime", J.date("ended_at"))
          .text("processDefinitionId", J.text("bpmn_process_id"))
          .reference("processDefinitionKey", J.key("process_definition_key"))
          .reference("processInstanceKey", J.key("process_instance_key"))
          .root(J.key("process_instance_key"))
          .text("elementId", J.text("element_id"))
          .reference("elementInstanceKey", J.key("element_instance_key"))
          .tenant()
          .build();

  private Jobs() {}
}

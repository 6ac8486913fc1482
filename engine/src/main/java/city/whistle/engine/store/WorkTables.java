package city.whistle.engine.store;

import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.Incident;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.UserTask;
import java.sql.SQLException;

/** Tables of what workers and people have to do. */
final class WorkTables {

  private WorkTables() {}

  static TableMapping<Job> job() {
    return TableMapping.of(
            "job",
            new Columns<Job>()
                .key("key", Job::key)
                .text("type", Job::type)
                .constant("kind", Job::kind)
                .text("listener_event", Job::listenerEvent)
                .integer("listener_index", Job::listenerIndex)
                .constant("state", Job::state)
                .integer("retries", Job::retries)
                .flag("blocked", Job::blocked)
                .map("headers", Job::headers)
                .text("worker", Job::worker)
                .instant("retry_at", Job::retryAt)
                .text("error_message", Job::errorMessage)
                .text("error_code", Job::errorCode)
                .key("process_instance_key", Job::processInstanceKey)
                .key("process_definition_key", Job::processDefinitionKey)
                .text("bpmn_process_id", Job::bpmnProcessId)
                .integer("process_version", Job::processVersion)
                .text("element_id", Job::elementId)
                .key("element_instance_key", Job::elementInstanceKey)
                .list("tags", Job::tags)
                .instant("created_at", Job::createdAt)
                .instant("ended_at", Job::endedAt),
            WorkTables::readJob)
        .openWhere(Open.NOT_ENDED);
  }

  private static Job readJob(Fields f) throws SQLException {
    return new Job(
        f.key(),
        f.text(),
        f.constant(Job.Kind.class),
        f.text(),
        f.integer(),
        f.constant(Job.State.class),
        f.integer(),
        f.flag(),
        f.map(),
        f.text(),
        null,
        f.instant(),
        f.text(),
        f.text(),
        f.key(),
        f.key(),
        f.text(),
        f.integer(),
        f.text(),
        f.key(),
        f.list(),
        f.instant(),
        f.instant());
  }

  static TableMapping<UserTask> userTask() {
    return TableMapping.of(
            "user_task",
            new Columns<UserTask>()
                .key("key", UserTask::key)
                .constant("state", UserTask::state)
                .text("assignee", t -> t.attributes().assignee())
                .list("candidate_groups", t -> t.attributes().candidateGroups())
                .list("candidate_users", t -> t.attributes().candidateUsers())
                .date("due_date", t -> t.attributes().dueDate())
                .date("follow_up_date", t -> t.attributes().followUpDate())
                .integer("priority", t -> t.attributes().priority())
                .key("form_key", UserTask::formKey)
                .text("external_form_reference", UserTask::externalFormReference)
                .map("headers", UserTask::headers)
                .text("element_id", UserTask::elementId)
                .text("name", UserTask::name)
                .key("element_instance_key", UserTask::elementInstanceKey)
                .key("process_instance_key", UserTask::processInstanceKey)
                .key("process_definition_key", UserTask::processDefinitionKey)
                .text("bpmn_process_id", UserTask::bpmnProcessId)
                .integer("process_version", UserTask::processVersion)
                .list("tags", UserTask::tags)
                .text("pending", t -> PendingJson.write(t.pending()))
                .instant("created_at", UserTask::createdAt)
                .instant("ended_at", UserTask::endedAt),
            WorkTables::readUserTask)
        .openWhere(Open.NOT_ENDED);
  }

  private static UserTask readUserTask(Fields f) throws SQLException {
    return new UserTask(
        f.key(),
        f.constant(UserTask.State.class),
        new UserTask.Attributes(f.text(), f.list(), f.list(), f.date(), f.date(), f.integer()),
        f.key(),
        f.text(),
        f.map(),
        f.text(),
        f.text(),
        f.key(),
        f.key(),
        f.key(),
        f.text(),
        f.integer(),
        f.list(),
        PendingJson.read(f.text()),
        f.instant(),
        f.instant());
  }

  static TableMapping<Incident> incident() {
    return TableMapping.of(
            "incident",
            new Columns<Incident>()
                .key("key", Incident::key)
                .constant("error_type", Incident::errorType)
                .text("error_message", Incident::errorMessage)
                .constant("state", Incident::state)
                .key("process_instance_key", Incident::processInstanceKey)
                .key("process_definition_key", Incident::processDefinitionKey)
                .text("bpmn_process_id", Incident::bpmnProcessId)
                .text("element_id", Incident::elementId)
                .key("element_instance_key", Incident::elementInstanceKey)
                .key("job_key", Incident::jobKey)
                .text("step", Incident::step)
                .instant("created_at", Incident::createdAt)
                .instant("resolved_at", Incident::resolvedAt)
                .optionalInteger("error_hash", WorkTables::hashOfMessage),
            f ->
                new Incident(
                    f.key(),
                    f.constant(ErrorType.class),
                    f.text(),
                    f.constant(Incident.State.class),
                    f.key(),
                    f.key(),
                    f.text(),
                    f.text(),
                    f.key(),
                    f.key(),
                    f.text(),
                    f.instant(),
                    f.instant()))
        .openWhere(Open.NOT_RESOLVED);
  }

  /** Only searches ask for it; memory does without. */
  private static Integer hashOfMessage(Incident incident) {
    return incident.errorMessage() == null ? null : incident.errorMessage().hashCode();
  }
}

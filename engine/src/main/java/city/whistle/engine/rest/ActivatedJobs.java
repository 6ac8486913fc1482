package city.whistle.engine.rest;

import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.command.JobsActivated.ActivatedJob;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.UserTask;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Jobs as their workers read them. */
final class ActivatedJobs {

  private ActivatedJobs() {}

  static Map<String, Object> toWire(JobsActivated activated) {
    return Map.of("jobs", activated.jobs().stream().map(ActivatedJobs::job).toList());
  }

  private static Map<String, Object> job(ActivatedJob activated) {
    Job job = activated.job();
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("jobKey", Long.toString(job.key()));
    wire.put("type", job.type());
    wire.put("kind", job.kind().name());
    wire.put("listenerEventType", listenerEvent(job));
    wire.put("processDefinitionId", job.bpmnProcessId());
    wire.put("processDefinitionVersion", job.processVersion());
    wire.put("processDefinitionKey", Long.toString(job.processDefinitionKey()));
    wire.put("processInstanceKey", Long.toString(job.processInstanceKey()));
    wire.put("rootProcessInstanceKey", null);
    wire.put("elementId", job.elementId());
    wire.put("elementInstanceKey", Long.toString(job.elementInstanceKey()));
    wire.put("customHeaders", job.headers());
    wire.put("worker", job.worker());
    wire.put("retries", job.retries());
    wire.put("deadline", job.deadline() == null ? 0 : job.deadline().toEpochMilli());
    wire.put("variables", activated.variables().value());
    wire.put("tenantId", "<default>");
    wire.put("tags", job.tags());
    wire.put("userTask", activated.userTask() == null ? null : userTask(activated.userTask()));
    return wire;
  }

  private static String listenerEvent(Job job) {
    return job.listenerEvent() == null
        ? "UNSPECIFIED"
        : job.listenerEvent().toUpperCase(Locale.ROOT);
  }

  private static Map<String, Object> userTask(UserTask task) {
    UserTask.Attributes attributes = task.upcoming();
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("userTaskKey", Long.toString(task.key()));
    wire.put("action", task.action());
    wire.put("assignee", attributes.assignee());
    wire.put("candidateGroups", attributes.candidateGroups());
    wire.put("candidateUsers", attributes.candidateUsers());
    wire.put("changedAttributes", task.changedAttributes());
    wire.put("dueDate", JobsActivated.text(attributes.dueDate()));
    wire.put("followUpDate", JobsActivated.text(attributes.followUpDate()));
    wire.put("formKey", task.formKey() == Row.NONE ? null : Long.toString(task.formKey()));
    wire.put("priority", attributes.priority());
    return wire;
  }
}

package city.whistle.engine.grpc;

import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.json.Json;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.UserTask;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob.JobKind;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob.ListenerEventType;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UserTaskProperties;
import java.util.List;

/** Jobs as workers get them. */
final class ActivatedJobs {

  private ActivatedJobs() {}

  static List<ActivatedJob> of(JobsActivated jobs) {
    return jobs.jobs().stream().map(ActivatedJobs::of).toList();
  }

  private static ActivatedJob of(JobsActivated.ActivatedJob activated) {
    Job job = activated.job();
    ActivatedJob.Builder message =
        ActivatedJob.newBuilder()
            .setKey(job.key())
            .setType(job.type())
            .setProcessInstanceKey(job.processInstanceKey())
            .setBpmnProcessId(job.bpmnProcessId())
            .setProcessDefinitionVersion(job.processVersion())
            .setProcessDefinitionKey(job.processDefinitionKey())
            .setElementId(job.elementId())
            .setElementInstanceKey(job.elementInstanceKey())
            .setCustomHeaders(Json.write(job.headers()))
            .setWorker(job.worker())
            .setRetries(job.retries())
            .setDeadline(job.deadline().toEpochMilli())
            .setVariables(activated.variables().text())
            .setTenantId(Requests.TENANT)
            .setKind(JobKind.valueOf(job.kind().name()))
            .setListenerEventType(listenerEvent(job))
            .addAllTags(job.tags());
    if (activated.userTask() != null) {
      message.setUserTask(properties(activated.userTask()));
    }
    return message.build();
  }

  private static ListenerEventType listenerEvent(Job job) {
    return job.listenerEvent() == null
        ? ListenerEventType.UNSPECIFIED
        : ListenerEventType.valueOf(job.listenerEvent());
  }

  private static UserTaskProperties properties(UserTask task) {
    UserTask.Attributes attributes = task.upcoming();
    UserTaskProperties.Builder properties =
        UserTaskProperties.newBuilder()
            .setUserTaskKey(task.key())
            .setAction(task.action())
            .addAllChangedAttributes(task.changedAttributes())
            .setPriority(attributes.priority())
            .addAllCandidateGroups(attributes.candidateGroups())
            .addAllCandidateUsers(attributes.candidateUsers());
    if (task.formKey() != Row.NONE) {
      properties.setFormKey(task.formKey());
    }
    addOptional(properties, attributes);
    return properties.build();
  }

  private static void addOptional(
      UserTaskProperties.Builder properties, UserTask.Attributes attributes) {
    if (attributes.assignee() != null) {
      properties.setAssignee(attributes.assignee());
    }
    if (attributes.dueDate() != null) {
      properties.setDueDate(JobsActivated.text(attributes.dueDate()));
    }
    if (attributes.followUpDate() != null) {
      properties.setFollowUpDate(JobsActivated.text(attributes.followUpDate()));
    }
  }
}

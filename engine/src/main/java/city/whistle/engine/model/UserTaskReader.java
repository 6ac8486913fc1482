package city.whistle.engine.model;

import city.whistle.engine.expression.Expression;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebePriorityDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads user tasks. One with zeebe:userTask is the engine's own; one without is a job, whose
 * headers carry what the model says (Camunda's older way).
 */
final class UserTaskReader {

  private static final String JOB_TYPE = "io.camunda.zeebe:userTask";
  private static final String HEADER_PREFIX = "io.camunda.zeebe:";
  private static final String JOB_RETRIES = "1";

  private final ExtensionReader extensions;

  UserTaskReader(ExtensionReader extensions) {
    this.extensions = extensions;
  }

  Definition read(UserTask task) {
    return ExtensionReader.extension(task, ZeebeUserTask.class).isPresent()
        ? userTask(task)
        : jobTask(task);
  }

  private Definition userTask(UserTask task) {
    var assignment = ExtensionReader.extension(task, ZeebeAssignmentDefinition.class);
    var schedule = ExtensionReader.extension(task, ZeebeTaskSchedule.class);
    var priority = ExtensionReader.extension(task, ZeebePriorityDefinition.class);
    var form = ExtensionReader.extension(task, ZeebeFormDefinition.class);
    return new Definition.UserTask(
        expression(assignment, ZeebeAssignmentDefinition::getAssignee),
        expression(assignment, ZeebeAssignmentDefinition::getCandidateGroups),
        expression(assignment, ZeebeAssignmentDefinition::getCandidateUsers),
        expression(schedule, ZeebeTaskSchedule::getDueDate),
        expression(schedule, ZeebeTaskSchedule::getFollowUpDate),
        expression(priority, ZeebePriorityDefinition::getPriority),
        expression(form, ZeebeFormDefinition::getFormId),
        form.map(it -> ExtensionReader.binding(it.getBindingType(), it.getVersionTag()))
            .orElse(Binding.LATEST),
        expression(form, ZeebeFormDefinition::getExternalReference),
        extensions.headers(task),
        extensions.taskListeners(task));
  }

  private <T> Expression expression(Optional<T> extension, Function<T, String> attribute) {
    return extension.map(attribute).map(extensions::expressionOrNull).orElse(null);
  }

  private Definition jobTask(UserTask task) {
    Map<String, String> headers = new LinkedHashMap<>(extensions.headers(task));
    ExtensionReader.extension(task, ZeebeAssignmentDefinition.class)
        .ifPresent(
            it -> {
              addHeader(headers, "assignee", it.getAssignee());
              addHeader(headers, "candidateGroups", it.getCandidateGroups());
              addHeader(headers, "candidateUsers", it.getCandidateUsers());
            });
    ExtensionReader.extension(task, ZeebeTaskSchedule.class)
        .ifPresent(
            it -> {
              addHeader(headers, "dueDate", it.getDueDate());
              addHeader(headers, "followUpDate", it.getFollowUpDate());
            });
    ExtensionReader.extension(task, ZeebeFormDefinition.class)
        .ifPresent(it -> addHeader(headers, "formKey", it.getFormKey()));
    return new Definition.JobTask(
        new JobSpec(
            extensions.expression(JOB_TYPE),
            extensions.expression(JOB_RETRIES),
            Collections.unmodifiableMap(headers)));
  }

  private static void addHeader(Map<String, String> headers, String name, String value) {
    if (value != null && !value.isBlank()) {
      headers.put(HEADER_PREFIX + name, value);
    }
  }
}

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
  private static final String FORM_KEY = "io.camunda.zeebe:formKey";
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
        binding(form),
        expression(form, ZeebeFormDefinition::getExternalReference),
        extensions.headers(task),
        extensions.taskListeners(task));
  }

  private <T> Expression expression(Optional<T> extension, Function<T, String> attribute) {
    return extension.map(attribute).map(extensions::expressionOrNull).orElse(null);
  }

  private Definition jobTask(UserTask task) {
    var assignment = ExtensionReader.extension(task, ZeebeAssignmentDefinition.class);
    var schedule = ExtensionReader.extension(task, ZeebeTaskSchedule.class);
    var form = ExtensionReader.extension(task, ZeebeFormDefinition.class);
    return new Definition.JobUserTask(
        new JobSpec(
            extensions.expression(JOB_TYPE), extensions.expression(JOB_RETRIES), headers(task)),
        expression(assignment, ZeebeAssignmentDefinition::getAssignee),
        expression(assignment, ZeebeAssignmentDefinition::getCandidateGroups),
        expression(assignment, ZeebeAssignmentDefinition::getCandidateUsers),
        expression(schedule, ZeebeTaskSchedule::getDueDate),
        expression(schedule, ZeebeTaskSchedule::getFollowUpDate),
        expression(form, ZeebeFormDefinition::getFormId),
        binding(form));
  }

  private Map<String, String> headers(UserTask task) {
    Map<String, String> headers = new LinkedHashMap<>(extensions.headers(task));
    ExtensionReader.extension(task, ZeebeFormDefinition.class)
        .map(ZeebeFormDefinition::getFormKey)
        .filter(formKey -> !formKey.isBlank())
        .ifPresent(formKey -> headers.put(FORM_KEY, formKey));
    return Collections.unmodifiableMap(headers);
  }

  private static Binding binding(Optional<ZeebeFormDefinition> form) {
    return form.map(it -> ExtensionReader.binding(it.getBindingType(), it.getVersionTag()))
        .orElse(Binding.LATEST);
  }
}

package city.whistle.engine.model;

import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BusinessRuleTask;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.ScriptTask;
import io.camunda.zeebe.model.bpmn.instance.SendTask;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeScript;

/** Reads tasks and call activities. */
final class TaskReader {

  private final ExtensionReader extensions;
  private final EventReader events;
  private final UserTaskReader userTasks;

  TaskReader(ExtensionReader extensions, EventReader events) {
    this.extensions = extensions;
    this.events = events;
    this.userTasks = new UserTaskReader(extensions);
  }

  Definition read(Activity activity) {
    if (activity instanceof ServiceTask || activity instanceof SendTask) {
      return new Definition.JobTask(extensions.job(activity).orElseThrow());
    }
    if (activity instanceof UserTask task) {
      return userTasks.read(task);
    }
    if (activity instanceof ReceiveTask task) {
      return new Definition.ReceiveTask(events.message(task.getMessage(), true));
    }
    if (activity instanceof ScriptTask) {
      return scriptTask(activity);
    }
    if (activity instanceof BusinessRuleTask) {
      return businessRuleTask(activity);
    }
    if (activity instanceof CallActivity) {
      return callActivity(activity);
    }
    return new Definition.PassThroughTask();
  }

  private Definition scriptTask(Activity activity) {
    return ExtensionReader.extension(activity, ZeebeScript.class)
        .<Definition>map(
            script ->
                new Definition.ScriptTask(
                    extensions.expression(script.getExpression()), script.getResultVariable()))
        .orElseGet(() -> new Definition.JobTask(extensions.job(activity).orElseThrow()));
  }

  private Definition businessRuleTask(Activity activity) {
    return ExtensionReader.extension(activity, ZeebeCalledDecision.class)
        .<Definition>map(
            decision ->
                new Definition.BusinessRuleTask(
                    extensions.expression(decision.getDecisionId()),
                    ExtensionReader.binding(decision.getBindingType(), decision.getVersionTag()),
                    decision.getResultVariable()))
        .orElseGet(() -> new Definition.JobTask(extensions.job(activity).orElseThrow()));
  }

  private Definition callActivity(Activity activity) {
    ZeebeCalledElement called =
        ExtensionReader.extension(activity, ZeebeCalledElement.class).orElseThrow();
    return new Definition.CallActivity(
        extensions.expression(called.getProcessId()),
        ExtensionReader.binding(called.getBindingType(), called.getVersionTag()),
        called.isPropagateAllParentVariablesEnabled(),
        called.isPropagateAllChildVariablesEnabled());
  }
}

package city.whistle.engine.execution.behavior;

import city.whistle.engine.execution.Definitions;
import city.whistle.engine.execution.Evaluator;
import city.whistle.engine.execution.IncidentException;
import city.whistle.engine.execution.Scopes;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.execution.UserTasks;
import city.whistle.engine.expression.Expression;
import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.UserTask;

/**
 * Creates the task that a person does; in the older way of modelling it is left to a job worker.
 */
public final class UserTaskBehavior implements Behavior {

  private final Turn turn;
  private final Scopes scopes;
  private final Evaluator evaluator;
  private final Definitions definitions;
  private final UserTasks userTasks;
  private final Behavior job;

  public UserTaskBehavior(
      Turn turn,
      Scopes scopes,
      Evaluator evaluator,
      Definitions definitions,
      UserTasks userTasks,
      Behavior job) {
    this.turn = turn;
    this.scopes = scopes;
    this.evaluator = evaluator;
    this.definitions = definitions;
    this.userTasks = userTasks;
    this.job = job;
  }

  @Override
  public void activate(Element element, ElementInstance instance) {
    if (element.definition() instanceof Definition.UserTask definition) {
      create(definition, element, instance);
    } else {
      job.activate(element, instance);
    }
  }

  private void create(Definition.UserTask definition, Element element, ElementInstance instance) {
    VariableSource variables = scopes.visibleFrom(instance.key());
    ProcessInstance process = turn.state().processInstances.get(instance.processInstanceKey());
    userTasks.create(
        new UserTask(
            turn.nextKey(),
            UserTask.State.CREATING,
            attributes(definition, variables),
            formKey(definition, instance, variables),
            evaluator.optionalText(definition.externalFormReference(), variables),
            definition.headers(),
            element.id(),
            element.name(),
            instance.key(),
            instance.processInstanceKey(),
            instance.processDefinitionKey(),
            instance.bpmnProcessId(),
            process.version(),
            process.tags(),
            null,
            turn.now(),
            null));
  }

  private UserTask.Attributes attributes(Definition.UserTask definition, VariableSource variables) {
    return new UserTask.Attributes(
        evaluator.optionalText(definition.assignee(), variables),
        evaluator.texts(definition.candidateGroups(), variables),
        evaluator.texts(definition.candidateUsers(), variables),
        evaluator.date(definition.dueDate(), variables),
        evaluator.date(definition.followUpDate(), variables),
        priority(definition.priority(), variables));
  }

  private int priority(Expression expression, VariableSource variables) {
    if (expression == null) {
      return UserTask.DEFAULT_PRIORITY;
    }
    int priority = evaluator.integer(expression, variables);
    if (priority < 0 || priority > 100) {
      throw new IncidentException(
          ErrorType.EXTRACT_VALUE_ERROR,
          "Expected the priority to be between 0 and 100, but it is %d.".formatted(priority));
    }
    return priority;
  }

  private long formKey(
      Definition.UserTask definition, ElementInstance instance, VariableSource variables) {
    String formId = evaluator.optionalText(definition.formId(), variables);
    if (formId == null) {
      return Row.NONE;
    }
    return definitions
        .form(formId, definition.formBinding(), instance.processDefinitionKey())
        .orElseThrow(
            () ->
                new IncidentException(
                    ErrorType.FORM_NOT_FOUND,
                    "Expected form '%s' (binding %s) to be deployed, but it is not."
                        .formatted(formId, definition.formBinding().type())))
        .key();
  }
}

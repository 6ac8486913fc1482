package city.whistle.engine.execution.behavior;

import city.whistle.engine.execution.Definitions;
import city.whistle.engine.execution.Evaluator;
import city.whistle.engine.execution.IncidentException;
import city.whistle.engine.execution.Jobs;
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
import city.whistle.engine.state.UserTask;

/**
 * Creates the task that a person does; in the older way of modelling it is left to a job worker.
 */
public final class UserTaskBehavior implements Behavior {

  private final Turn turn;
  private final Scopes scopes;
  private final Evaluator evaluator;
  private final LinkedForms forms;
  private final UserTasks userTasks;
  private final UserTaskJobs jobs;

  public UserTaskBehavior(
      Turn turn,
      Scopes scopes,
      Evaluator evaluator,
      Definitions definitions,
      UserTasks userTasks,
      Jobs jobs) {
    this.turn = turn;
    this.scopes = scopes;
    this.evaluator = evaluator;
    this.forms = new LinkedForms(evaluator, definitions);
    this.userTasks = userTasks;
    this.jobs = new UserTaskJobs(scopes, evaluator, forms, jobs);
  }

  @Override
  public void activate(Element element, ElementInstance instance) {
    if (element.definition() instanceof Definition.UserTask definition) {
      create(definition, element, instance);
    } else {
      jobs.create(instance, (Definition.JobUserTask) element.definition());
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
            forms.keyOf(definition.formId(), definition.formBinding(), instance, variables),
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
}

package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Step;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.model.Listener;
import city.whistle.engine.outcome.None;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.State;
import city.whistle.engine.state.UserTask;
import java.util.Map;
import java.util.Set;

final class CompleteJobHandler implements CommandHandler<CompleteJob, None> {

  private static final Set<UserTask.State> DENIABLE =
      Set.of(UserTask.State.ASSIGNING, UserTask.State.UPDATING, UserTask.State.COMPLETING);

  private final Components components;
  private final Turn turn;
  private final State state;
  private final OpenJobs openJobs;

  CompleteJobHandler(Components components) {
    this.components = components;
    this.turn = components.turn;
    this.state = components.turn.state();
    this.openJobs = new OpenJobs(state);
  }

  @Override
  public None handle(CompleteJob command) {
    Map<String, Object> variables = Inputs.object(command.variables());
    Job job = openJobs.findWorkable(command.jobKey(), "complete");
    state.jobs.archive(job.ended(Job.State.COMPLETED, turn.now()));
    switch (job.kind()) {
      case BPMN_ELEMENT ->
          turn.queue(new Step.Complete(job.elementInstanceKey(), command.variables()));
      case EXECUTION_LISTENER -> completeListener(job, variables);
      case TASK_LISTENER -> completeTaskListener(job, variables, command.listenerResult());
    }
    return None.NONE;
  }

  /** A start listener's variables are the element's own, an end listener's go outward. */
  private void completeListener(Job job, Map<String, Object> variables) {
    ElementInstance instance = state.elementInstances.get(job.elementInstanceKey());
    if (job.listenerEvent().equals("START")) {
      components.scopes.setLocals(instance, variables);
    } else {
      components.scopes.propagate(instance.key(), variables);
    }
    turn.queue(
        new Step.CallListener(
            instance.key(), Listener.Event.valueOf(job.listenerEvent()), job.listenerIndex() + 1));
  }

  private void completeTaskListener(
      Job job, Map<String, Object> variables, TaskListenerResult result) {
    if (!variables.isEmpty()) {
      throw Rejection.invalid(
          "Expected to complete a task listener's job without variables, but it has some.");
    }
    UserTask task = state.userTasksByElement.first(job.elementInstanceKey()).orElseThrow();
    if (result != null && result.denied()) {
      deny(task, result);
      return;
    }
    UserTask.Attributes attributes = task.pending().attributes();
    components.userTasks.listenerDone(
        task, job.listenerIndex(), result == null ? attributes : corrected(task, result));
  }

  private static UserTask.Attributes corrected(UserTask task, TaskListenerResult result) {
    if (task.pending().modelAssignee() != null && result.corrections().assignee() != null) {
      throw Rejection.invalid(
          "A creating task listener can't correct the assignee that the model names: let an"
              + " assigning one do it.");
    }
    return result.corrections().of(task.pending().attributes());
  }

  private void deny(UserTask task, TaskListenerResult result) {
    if (!result.corrections().isEmpty()) {
      throw Rejection.invalid("A task listener can deny or correct, but not both at once.");
    }
    if (!DENIABLE.contains(task.state())) {
      throw Rejection.invalid(
          "A task listener can deny assigning, updating and completing, but the task is %s."
              .formatted(task.state()));
    }
    components.userTasks.deny(task, result.deniedReason());
  }
}

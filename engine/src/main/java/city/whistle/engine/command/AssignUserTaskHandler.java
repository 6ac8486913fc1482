package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.UserTask;
import java.util.concurrent.CompletableFuture;

final class AssignUserTaskHandler implements CommandHandler<AssignUserTask, TransitionBegun> {

  private final Components components;
  private final OpenTasks openTasks;

  AssignUserTaskHandler(Components components) {
    this.components = components;
    this.openTasks = new OpenTasks(components.turn.state());
  }

  @Override
  public TransitionBegun handle(AssignUserTask command) {
    if (command.assignee() == null || command.assignee().isBlank()) {
      throw Rejection.invalid("Expected an assignee, but it is empty.");
    }
    UserTask task = openTasks.find(command.userTaskKey(), "assign");
    String present = task.attributes().assignee();
    boolean taken = present != null && !present.equals(command.assignee());
    if (taken && !command.allowOverride()) {
      throw Rejection.wrongState(
          "Expected to assign user task with key '%d', but it is already assigned"
              .formatted(task.key()));
    }
    CompletableFuture<Void> done = components.transitions.await(task.key());
    components.userTasks.assign(
        task,
        task.attributes().assignedTo(command.assignee()),
        OpenTasks.orElse(command.action(), "assign"));
    return new TransitionBegun(done);
  }
}

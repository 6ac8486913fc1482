package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.state.UserTask;
import java.util.concurrent.CompletableFuture;

final class UnassignUserTaskHandler implements CommandHandler<UnassignUserTask, TransitionBegun> {

  private final Components components;
  private final OpenTasks openTasks;

  UnassignUserTaskHandler(Components components) {
    this.components = components;
    this.openTasks = new OpenTasks(components.turn.state());
  }

  @Override
  public TransitionBegun handle(UnassignUserTask command) {
    UserTask task = openTasks.find(command.userTaskKey(), "unassign");
    CompletableFuture<Void> done = components.transitions.await(task.key());
    components.userTasks.assign(
        task, task.attributes().assignedTo(null), OpenTasks.orElse(command.action(), "unassign"));
    return new TransitionBegun(done);
  }
}

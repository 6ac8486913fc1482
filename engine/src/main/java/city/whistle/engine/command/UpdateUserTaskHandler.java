package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.state.UserTask;
import java.util.concurrent.CompletableFuture;

final class UpdateUserTaskHandler implements CommandHandler<UpdateUserTask, TransitionBegun> {

  private final Components components;
  private final OpenTasks openTasks;

  UpdateUserTaskHandler(Components components) {
    this.components = components;
    this.openTasks = new OpenTasks(components.turn.state());
  }

  @Override
  public TransitionBegun handle(UpdateUserTask command) {
    UserTask task = openTasks.find(command.userTaskKey(), "update");
    CompletableFuture<Void> done = components.transitions.await(task.key());
    components.userTasks.update(
        task,
        command.changes().of(task.attributes()),
        OpenTasks.orElse(command.action(), "update"));
    return new TransitionBegun(done);
  }
}

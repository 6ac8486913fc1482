package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.state.UserTask;
import java.util.concurrent.CompletableFuture;

final class CompleteUserTaskHandler implements CommandHandler<CompleteUserTask, TransitionBegun> {

  private final Components components;
  private final OpenTasks openTasks;

  CompleteUserTaskHandler(Components components) {
    this.components = components;
    this.openTasks = new OpenTasks(components.turn.state());
  }

  @Override
  public TransitionBegun handle(CompleteUserTask command) {
    Inputs.object(command.variables());
    UserTask task = openTasks.find(command.userTaskKey(), "complete");
    CompletableFuture<Void> done = components.transitions.await(task.key());
    components.userTasks.complete(
        task, command.variables(), OpenTasks.orElse(command.action(), "complete"));
    return new TransitionBegun(done);
  }
}

package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.state.UserTask;

final class CompleteUserTaskHandler implements CommandHandler<CompleteUserTask, None> {

  private final Components components;
  private final OpenTasks openTasks;

  CompleteUserTaskHandler(Components components) {
    this.components = components;
    this.openTasks = new OpenTasks(components.turn.state());
  }

  @Override
  public None handle(CompleteUserTask command) {
    Inputs.object(command.variables());
    UserTask task = openTasks.find(command.userTaskKey(), "complete");
    components.userTasks.complete(
        task, command.variables(), OpenTasks.orElse(command.action(), "complete"));
    return None.NONE;
  }
}

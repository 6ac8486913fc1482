package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.state.UserTask;
import java.util.List;

final class UpdateUserTaskHandler implements CommandHandler<UpdateUserTask, None> {

  private final Components components;
  private final OpenTasks openTasks;

  UpdateUserTaskHandler(Components components) {
    this.components = components;
    this.openTasks = new OpenTasks(components.turn.state());
  }

  @Override
  public None handle(UpdateUserTask command) {
    UserTask task = openTasks.find(command.userTaskKey(), "update");
    components.userTasks.update(
        task,
        TaskAttributes.updated(task.attributes(), command),
        List.copyOf(command.changed()),
        OpenTasks.orElse(command.action(), "update"));
    return None.NONE;
  }
}

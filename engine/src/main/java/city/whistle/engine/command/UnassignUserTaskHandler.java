package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.state.UserTask;

final class UnassignUserTaskHandler implements CommandHandler<UnassignUserTask, None> {

  private final Components components;
  private final OpenTasks openTasks;

  UnassignUserTaskHandler(Components components) {
    this.components = components;
    this.openTasks = new OpenTasks(components.turn.state());
  }

  @Override
  public None handle(UnassignUserTask command) {
    UserTask task = openTasks.find(command.userTaskKey(), "unassign");
    components.userTasks.assign(
        task,
        TaskAttributes.assigned(task.attributes(), null),
        OpenTasks.orElse(command.action(), "unassign"));
    return None.NONE;
  }
}

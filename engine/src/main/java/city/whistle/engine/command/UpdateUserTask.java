package city.whistle.engine.command;

/**
 * Changes attributes of a user task.
 *
 * @param changes of all but the assignee
 * @param action what the caller calls it, null for the usual word
 */
public record UpdateUserTask(long userTaskKey, TaskChanges changes, String action)
    implements Command<TransitionBegun> {}

package city.whistle.engine.command;

/**
 * Gives a user task to somebody.
 *
 * @param assignee never empty; {@link UnassignUserTask} takes it back
 * @param allowOverride whether somebody else may have it already
 * @param action what the caller calls it, null for the usual word
 */
public record AssignUserTask(
    long userTaskKey, String assignee, boolean allowOverride, String action)
    implements Command<TransitionBegun> {}

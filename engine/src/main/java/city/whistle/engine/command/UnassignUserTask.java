package city.whistle.engine.command;

/** Takes a user task from whoever has it. */
public record UnassignUserTask(long userTaskKey, String action)
    implements Command<TransitionBegun> {}

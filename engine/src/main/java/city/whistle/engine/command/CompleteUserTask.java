package city.whistle.engine.command;

import city.whistle.engine.json.JsonValue;

/**
 * Somebody did a user task.
 *
 * @param action what the caller calls it, null for the usual word
 */
public record CompleteUserTask(long userTaskKey, JsonValue variables, String action)
    implements Command<TransitionBegun> {}

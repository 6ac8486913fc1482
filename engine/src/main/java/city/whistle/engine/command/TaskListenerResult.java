package city.whistle.engine.command;

/**
 * What a task listener decided.
 *
 * @param deniedReason null or empty for none
 * @param corrections never null
 */
public record TaskListenerResult(boolean denied, String deniedReason, TaskChanges corrections) {}

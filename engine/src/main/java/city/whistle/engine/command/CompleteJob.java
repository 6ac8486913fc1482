package city.whistle.engine.command;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.None;

/**
 * A worker did its job.
 *
 * @param variables an object
 * @param listenerResult what a task listener decided, null where it decided nothing
 */
public record CompleteJob(long jobKey, JsonValue variables, TaskListenerResult listenerResult)
    implements Command<None> {}

package city.whistle.engine.command;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.None;
import java.time.Duration;

/**
 * A worker could not do its job.
 *
 * @param retries how many are left; at 0 there is an incident
 * @param retryBackOff how long the job rests, zero for not at all
 */
public record FailJob(
    long jobKey, int retries, String errorMessage, Duration retryBackOff, JsonValue variables)
    implements Command<None> {}

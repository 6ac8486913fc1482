package city.whistle.engine.command;

import city.whistle.engine.outcome.None;
import java.time.Duration;

/**
 * Changes a job.
 *
 * @param retries null leaves them
 * @param timeout from now, for a locked job; null leaves it
 */
public record UpdateJob(long jobKey, Integer retries, Duration timeout) implements Command<None> {}

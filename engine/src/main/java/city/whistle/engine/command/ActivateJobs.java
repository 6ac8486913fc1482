package city.whistle.engine.command;

import java.time.Duration;
import java.util.List;

/**
 * Locks jobs for a worker, oldest first. Changes memory only.
 *
 * @param timeout how long the worker has them
 * @param fetchVariables empty for all visible ones
 */
public record ActivateJobs(
    String type, String worker, Duration timeout, int maxJobs, List<String> fetchVariables)
    implements Command<JobsActivated> {}

package city.whistle.engine.command;

import city.whistle.engine.outcome.None;
import city.whistle.engine.state.Job;
import java.util.List;

/**
 * Gives jobs back that could not be delivered to the worker they were locked for.
 *
 * @param jobs as they were locked: a job that somebody else has by now stays theirs
 */
public record ReleaseJobs(List<Job> jobs) implements Command<None> {}

package city.whistle.engine.command;

import city.whistle.engine.outcome.None;
import java.util.List;

/** Gives jobs back that could not be delivered to the worker they were locked for. */
public record ReleaseJobs(List<Long> jobKeys) implements Command<None> {}

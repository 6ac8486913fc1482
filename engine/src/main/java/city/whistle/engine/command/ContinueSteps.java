package city.whistle.engine.command;

import city.whistle.engine.outcome.None;

/** Goes on with steps that an earlier command left over. */
public record ContinueSteps(long continuationKey) implements Command<None> {}

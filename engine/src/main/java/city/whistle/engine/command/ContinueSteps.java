package city.whistle.engine.command;

/** Goes on with steps that an earlier command left over. */
public record ContinueSteps(long continuationKey) implements Command<None> {}

package city.whistle.engine.command;

/** The message has this key. */
public record MessagePublished(long messageKey) {}

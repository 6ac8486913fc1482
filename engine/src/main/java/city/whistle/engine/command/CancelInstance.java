package city.whistle.engine.command;

/** Terminates an instance that nobody called, and all that it called. */
public record CancelInstance(long processInstanceKey) implements Command<None> {}

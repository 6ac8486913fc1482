package city.whistle.engine.command;

import city.whistle.engine.outcome.None;

/** Terminates an instance that nobody called, and all that it called. */
public record CancelInstance(long processInstanceKey) implements Command<None> {}

package city.whistle.engine.command;

/** The message reached this instance. */
public record MessageCorrelated(long messageKey, long processInstanceKey) {}

package city.whistle.engine.command;

import city.whistle.engine.json.JsonValue;

/** Gives a message to somebody who waits for it now, or is refused with NOT_FOUND. */
public record CorrelateMessage(String name, String correlationKey, JsonValue variables)
    implements Command<MessageCorrelated> {}

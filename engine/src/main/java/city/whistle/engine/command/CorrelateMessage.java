package city.whistle.engine.command;

import city.whistle.engine.json.JsonValue;

/** Gives a message to all who wait for it now, or is refused with NOT_FOUND where nobody does. */
public record CorrelateMessage(String name, String correlationKey, JsonValue variables)
    implements Command<MessageCorrelated> {}

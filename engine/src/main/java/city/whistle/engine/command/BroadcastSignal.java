package city.whistle.engine.command;

import city.whistle.engine.json.JsonValue;

/** Gives a signal to all that wait for it. */
public record BroadcastSignal(String name, JsonValue variables)
    implements Command<SignalBroadcast> {}

package city.whistle.engine.command;

/** The signal has this key. */
public record SignalBroadcast(long signalKey) {}

package city.whistle.engine.command;

/** The command had this key. */
public record VariablesSet(long key) {}

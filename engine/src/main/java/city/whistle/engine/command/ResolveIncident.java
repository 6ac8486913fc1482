package city.whistle.engine.command;

/** Tries again what an incident stopped. */
public record ResolveIncident(long incidentKey) implements Command<None> {}

package city.whistle.engine.command;

import city.whistle.engine.outcome.None;

/** Tries again what an incident stopped. */
public record ResolveIncident(long incidentKey) implements Command<None> {}

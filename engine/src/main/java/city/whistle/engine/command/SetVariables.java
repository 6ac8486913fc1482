package city.whistle.engine.command;

import city.whistle.engine.json.JsonValue;

/**
 * Sets variables from outside.
 *
 * @param elementInstanceKey of an element or of a process instance
 * @param local whether they stay in just this scope
 */
public record SetVariables(long elementInstanceKey, JsonValue variables, boolean local)
    implements Command<VariablesSet> {}

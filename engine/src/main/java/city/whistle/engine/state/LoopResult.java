package city.whistle.engine.state;

import city.whistle.engine.json.JsonValue;

/**
 * One item of a large output collection. Memory has it in the variable already; the store gets the
 * whole variable now and then only, because writing a long list at each of its items would take
 * time and room that grow with its square.
 *
 * @param index from 0
 */
public record LoopResult(
    long key, long processInstanceKey, long variableKey, int index, JsonValue value)
    implements Row {}

package city.whistle.engine.state;

import city.whistle.engine.json.JsonValue;

/**
 * An event that interrupts: the element to activate once all else is terminated, and its payload.
 */
public record Interruption(String elementId, JsonValue variables) {}

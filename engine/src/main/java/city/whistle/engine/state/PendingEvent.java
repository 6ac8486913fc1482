package city.whistle.engine.state;

import city.whistle.engine.json.JsonValue;

/**
 * An event that goes on once an element instance is ready for it: the start event of a scope that
 * begins, the event that interrupts a scope or an activity.
 *
 * @param elementId null where nothing is to follow: the scope then completes
 */
public record PendingEvent(String elementId, JsonValue variables) {}

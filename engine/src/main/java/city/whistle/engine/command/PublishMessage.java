package city.whistle.engine.command;

import city.whistle.engine.json.JsonValue;
import java.time.Duration;

/**
 * Publishes a message to all processes that wait for it, and keeps it for those that will.
 *
 * @param correlationKey empty for none
 * @param timeToLive zero discards it at once where nobody waits
 * @param messageId null or empty for none; refuses a second one while the first is buffered
 * @param variables an object
 */
public record PublishMessage(
    String name, String correlationKey, Duration timeToLive, String messageId, JsonValue variables)
    implements Command<MessagePublished> {}

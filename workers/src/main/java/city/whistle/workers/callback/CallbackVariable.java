package city.whistle.workers.callback;

import java.util.UUID;

/**
 * Variable {@code callback}: one attempt to reach the resident.
 *
 * @param channel {@code phone}, {@code sms} or {@code web}
 * @param answerWithin ISO 8601 duration, as is {@code nextAttemptIn}
 */
record CallbackVariable(
    UUID id,
    String channel,
    int attempt,
    int maxAttempts,
    String answerWithin,
    String nextAttemptIn) {}

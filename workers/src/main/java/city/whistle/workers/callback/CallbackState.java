package city.whistle.workers.callback;

import city.whistle.workers.casefile.ResidentAnswer;
import java.time.OffsetDateTime;

/**
 * A call back and what became of it.
 *
 * @param channel {@code phone}, {@code sms} or {@code web}
 * @param recordedAt null while it goes on
 * @param answer all null while it goes on
 */
public record CallbackState(
    int round,
    int attempt,
    String channel,
    OffsetDateTime plannedAt,
    OffsetDateTime recordedAt,
    ResidentAnswer answer) {}

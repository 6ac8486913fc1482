package city.whistle.workers.summons;

import java.time.OffsetDateTime;

/**
 * Variable {@code report}: how a summoned unit did. Times are null for what it did not do.
 *
 * @param result {@code done}, {@code partly}, {@code unable}; null where it said nothing
 * @param late whether it signed or came after its time
 * @param absent whether it had not come by its time; who was released before that and never came
 *     has no {@code arrivedAt} and is not absent
 */
public record Report(
    String unitCode,
    String unitName,
    OffsetDateTime signedAt,
    OffsetDateTime arrivedAt,
    String result,
    boolean late,
    boolean absent) {}

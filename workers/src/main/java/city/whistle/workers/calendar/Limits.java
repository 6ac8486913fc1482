package city.whistle.workers.calendar;

import java.time.OffsetDateTime;

/**
 * Variable {@code limits}: until when the owner signs, contacts the resident, is warned, settles.
 */
public record Limits(
    OffsetDateTime signBy,
    OffsetDateTime contactBy,
    OffsetDateTime warnAt,
    OffsetDateTime settleBy) {}

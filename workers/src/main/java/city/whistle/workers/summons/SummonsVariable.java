package city.whistle.workers.summons;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Variable {@code summons}: one unit called by a whistle.
 *
 * @param group candidate group of the unit's tasks
 */
public record SummonsVariable(
    UUID id,
    String unitCode,
    String unitKind,
    String unitName,
    String group,
    OffsetDateTime signBy,
    OffsetDateTime arriveBy) {}

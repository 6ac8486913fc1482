package city.whistle.workers.patrol;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;

/**
 * Which patrols are wanted, the last walked first; null, but for {@code max}, stands for any.
 *
 * @param streets codes of sub-districts
 * @param from of the walks, {@code to} excluded
 * @param beforeTime where the page begins that goes on from another, with {@code beforeId}
 */
public record PatrolFilter(
    Collection<String> streets,
    Collection<String> laneIds,
    PatrolState state,
    OffsetDateTime from,
    OffsetDateTime to,
    OffsetDateTime beforeTime,
    UUID beforeId,
    int max) {}

package city.whistle.workers.whistle;

import java.time.OffsetDateTime;

/**
 * A whistle and how far it is.
 *
 * @param approved null until it has ended
 * @param endedAt null while it goes on
 */
public record WhistleState(
    WhistleVariable about, OffsetDateTime blownAt, Boolean approved, OffsetDateTime endedAt) {}

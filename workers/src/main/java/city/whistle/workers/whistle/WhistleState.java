package city.whistle.workers.whistle;

import java.time.OffsetDateTime;

/**
 * A whistle and how far it is.
 *
 * @param approved null until it has ended, and where nobody decided
 * @param endedAt null while it goes on
 */
public record WhistleState(
    WhistleVariable about, OffsetDateTime blownAt, Boolean approved, OffsetDateTime endedAt) {}

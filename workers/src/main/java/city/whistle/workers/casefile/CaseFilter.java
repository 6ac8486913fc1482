package city.whistle.workers.casefile;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Which cases to list; null leaves a criterion out.
 *
 * @param from received at or after
 * @param to received before
 * @param afterTime with {@code afterId}, the last case of the page before
 * @param max how many at most
 */
public record CaseFilter(
    CaseStatus status,
    String unit,
    OffsetDateTime from,
    OffsetDateTime to,
    OffsetDateTime afterTime,
    UUID afterId,
    int max) {}

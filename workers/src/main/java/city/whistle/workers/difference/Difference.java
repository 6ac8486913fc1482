package city.whistle.workers.difference;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One thing that registry and engine don't agree on.
 *
 * @param id by which it is mended, {@code whistle:20260327-000001}
 * @param caseId null where it is about no case
 * @param number of the case or whistle; null for others
 * @param instance key of the process instance; null where there never was one
 * @param unit code of the unit; null where it is about none
 * @param since when it last was in order, as far as is known; null where nobody can tell
 */
public record Difference(
    String id,
    DifferenceKind kind,
    DifferenceCause cause,
    UUID caseId,
    String number,
    Long instance,
    String unit,
    OffsetDateTime since) {}

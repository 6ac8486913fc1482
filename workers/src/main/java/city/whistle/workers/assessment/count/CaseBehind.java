package city.whistle.workers.assessment.count;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A case behind a number.
 *
 * @param at when its answer was recorded, or, among dispatched ones, when the unit got it first
 * @param answered whether the resident gave a valid answer; null, like what follows, among
 *     dispatched ones
 * @param leftOut why its answer doesn't count; null where it does
 */
public record CaseBehind(
    UUID caseId,
    String number,
    String title,
    String unit,
    String category,
    OffsetDateTime at,
    Boolean answered,
    Boolean contacted,
    String settled,
    String satisfied,
    Boolean settledAtFirst,
    String leftOut) {}

package city.whistle.workers.succession;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A case whose owner was abolished.
 *
 * @param to code of the unit that took over; null where the dispatchers decide
 */
public record PassedOn(UUID caseId, String number, String from, String to, OffsetDateTime at) {}

package city.whistle.workers.difference;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What the registry has a process work on: a case, a whistle or a supervision.
 *
 * @param number null for a supervision
 * @param caseId of a case its own id; null for a whistle without one
 * @param apart whether its process is its own, not called by the case's
 * @param instance key of its process; null where it has not begun or the registry doesn't keep it
 * @param since when it came, was blown, was raised
 * @param overAt null while it is open
 */
record Subject(
    UUID id,
    String number,
    UUID caseId,
    boolean apart,
    Long instance,
    OffsetDateTime since,
    OffsetDateTime overAt) {

  boolean isOver() {
    return overAt != null;
  }
}

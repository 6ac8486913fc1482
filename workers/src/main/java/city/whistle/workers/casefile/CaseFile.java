package city.whistle.workers.casefile;

import city.whistle.workers.calendar.Limits;
import city.whistle.workers.unit.UnitRef;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A case as the registry has it, without anything of the resident.
 *
 * @param about what process variables say of it, too
 * @param processInstanceKey of its {@code complaint-case}; null until that has begun
 * @param owner null until dispatched
 * @param round 0 until dispatched
 * @param limits all null until dispatched
 * @param answer all null until closed
 */
public record CaseFile(
    UUID id,
    CaseVariable about,
    String signals,
    OffsetDateTime receivedAt,
    Long processInstanceKey,
    CaseStatus status,
    UnitRef owner,
    int round,
    Limits limits,
    ResidentAnswer answer,
    OffsetDateTime closedAt) {

  public String number() {
    return about.number();
  }
}

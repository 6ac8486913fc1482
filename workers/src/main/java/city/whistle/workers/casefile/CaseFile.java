package city.whistle.workers.casefile;

import city.whistle.workers.calendar.Limits;
import city.whistle.workers.unit.UnitRef;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A case as the registry has it, without anything of the resident.
 *
 * @param processInstanceKey of its {@code complaint-case}; null until that has begun
 * @param owner null until dispatched
 * @param round 0 until dispatched
 * @param limits all null until dispatched
 * @param answer all null until closed
 */
public record CaseFile(
    UUID id,
    String number,
    String kind,
    String channel,
    String categoryCode,
    String categoryName,
    String level,
    String districtCode,
    String streetCode,
    String title,
    boolean confidential,
    String signals,
    OffsetDateTime receivedAt,
    Long processInstanceKey,
    CaseStatus status,
    UnitRef owner,
    int round,
    Limits limits,
    ResidentAnswer answer,
    OffsetDateTime closedAt) {

  /** Variable {@code case}. */
  public CaseVariable variable() {
    return new CaseVariable(
        number,
        kind,
        channel,
        categoryCode,
        categoryName,
        level,
        districtCode,
        streetCode,
        title,
        confidential);
  }
}

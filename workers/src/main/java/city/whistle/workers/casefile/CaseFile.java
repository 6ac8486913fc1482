package city.whistle.workers.casefile;

import city.whistle.workers.calendar.Limits;
import city.whistle.workers.unit.UnitRef;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A case as the registry has it, without anything of the resident.
 *
 * @param about what process variables say of it, too
 * @param clientId the client that opened it
 * @param processInstanceKey of its {@code complaint-case}; null until that has begun
 * @param owner null until dispatched
 * @param round 0 until dispatched
 * @param limits all null until dispatched
 * @param answer all null until closed
 * @param promise null until dispatched
 */
public record CaseFile(
    UUID id,
    CaseVariable about,
    String clientId,
    String signals,
    OffsetDateTime receivedAt,
    Long processInstanceKey,
    CaseStatus status,
    UnitRef owner,
    int round,
    Limits limits,
    ResidentAnswer answer,
    OffsetDateTime closedAt,
    Promise promise) {

  /** Kind of a case that reports a wrong (举报): always confidential. */
  public static final String REPORT = "report";

  /** The unit that a report is about; null where it names none, or the case is no report. */
  public String accusedUnit() {
    return about.accusedUnit();
  }

  public boolean isReport() {
    return about.kind().equals(REPORT);
  }

  public String number() {
    return about.number();
  }
}

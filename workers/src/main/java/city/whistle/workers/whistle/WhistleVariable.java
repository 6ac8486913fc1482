package city.whistle.workers.whistle;

import java.util.List;
import java.util.UUID;

/**
 * Variable {@code whistle}.
 *
 * @param streetCode who blew it
 * @param caseId null for a whistle without a case
 * @param reason the staff's words, as is {@code place}; never a resident's
 */
public record WhistleVariable(
    UUID id,
    String number,
    String kind,
    String streetCode,
    UUID caseId,
    String reason,
    String place,
    List<String> units,
    boolean crossDistrict) {

  /** The case's id, or the whistle's own where there is no case: whose timeline tells of it. */
  public UUID timelineSubject() {
    return caseId == null ? id : caseId;
  }
}

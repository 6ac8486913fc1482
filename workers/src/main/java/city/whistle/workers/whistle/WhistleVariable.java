package city.whistle.workers.whistle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * Variable {@code whistle}.
 *
 * @param streetCode who blew it
 * @param caseId null for a whistle without a case
 * @param reason the staff's words, as is {@code place}; never a resident's
 * @param streetName left out but in the process's variable, as are {@code unitNames} and {@code
 *     caseNumber}
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
    boolean crossDistrict,
    @JsonInclude(JsonInclude.Include.NON_NULL) String streetName,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<String> unitNames,
    @JsonInclude(JsonInclude.Include.NON_NULL) String caseNumber) {

  /** The same as forms show it. */
  WhistleVariable named(String streetName, List<String> unitNames, String caseNumber) {
    return new WhistleVariable(
        id,
        number,
        kind,
        streetCode,
        caseId,
        reason,
        place,
        units,
        crossDistrict,
        streetName,
        unitNames,
        caseNumber);
  }

  /** The case's id, or the whistle's own where there is no case: whose timeline tells of it. */
  public UUID timelineSubject() {
    return caseId == null ? id : caseId;
  }
}

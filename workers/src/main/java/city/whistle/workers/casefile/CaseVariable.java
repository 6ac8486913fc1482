package city.whistle.workers.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Variable {@code case}: what may be said of a case everywhere; {@code title} is redacted.
 *
 * @param accusedUnit code of the unit that a report is about; null, and left out, for most
 * @param doubts why a person must decide where it goes: {@code report}, {@code placeOutside}; null,
 *     and left out, for most
 * @param districtName left out but in the process's variable, as is {@code streetName}
 */
public record CaseVariable(
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
    @JsonInclude(JsonInclude.Include.NON_NULL) String accusedUnit,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<String> doubts,
    @JsonInclude(JsonInclude.Include.NON_NULL) String districtName,
    @JsonInclude(JsonInclude.Include.NON_NULL) String streetName) {

  /** The channel of what chiefs and stewards found before anybody complained. */
  public static final String PATROL = "patrol";

  /**
   * Whether somebody raised it who can be contacted and called back. What a patrol found is
   * nobody's complaint: the models ask for {@code case.channel} in the same sense.
   */
  public boolean hasResident() {
    return !PATROL.equals(channel);
  }

  /** The same with the level at which it was dispatched, which need not be its category's. */
  public CaseVariable withLevel(String newLevel) {
    return new CaseVariable(
        number,
        kind,
        channel,
        categoryCode,
        categoryName,
        newLevel,
        districtCode,
        streetCode,
        title,
        confidential,
        accusedUnit,
        doubts,
        districtName,
        streetName);
  }

  /** The same with the names of its district and sub-district, which forms show. */
  public CaseVariable at(String districtName, String streetName) {
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
        confidential,
        accusedUnit,
        doubts,
        districtName,
        streetName);
  }
}

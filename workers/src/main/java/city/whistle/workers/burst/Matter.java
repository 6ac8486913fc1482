package city.whistle.workers.burst;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A burst that was found.
 *
 * @param streetCode null where the complaints name the district alone
 * @param since the beginning of the hour in which it was found
 * @param seen how many complaints there were in that hour
 * @param expected how many the same hour usually has
 * @param decision {@code whistle}, {@code theme} or {@code nothing}; null while it is open
 * @param note why, redacted; null as well
 * @param whistleNumber of the whistle that was blown for it; null where none was
 */
public record Matter(
    UUID id,
    String number,
    String categoryCode,
    String categoryName,
    String districtCode,
    String streetCode,
    OffsetDateTime foundAt,
    OffsetDateTime since,
    int seen,
    double expected,
    String decision,
    String note,
    String whistleNumber,
    OffsetDateTime closedAt) {

  /** Code of the sub-district, or of the district where no sub-district is named. */
  public String placeCode() {
    return streetCode == null ? districtCode : streetCode;
  }

  public boolean isOpen() {
    return closedAt == null;
  }
}

package city.whistle.workers.assessment.policy;

import java.time.OffsetDateTime;
import java.time.YearMonth;

/**
 * A month of the assessment.
 *
 * @param from the first moment in it
 * @param to the first moment after it
 */
public record Period(YearMonth month, OffsetDateTime from, OffsetDateTime to) {

  public boolean contains(OffsetDateTime time) {
    return !time.isBefore(from) && time.isBefore(to);
  }
}

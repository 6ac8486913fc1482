package city.whistle.workers.assessment.result;

import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.figure.Estimate;
import city.whistle.workers.assessment.figure.Rank;
import city.whistle.workers.assessment.figure.Scored;
import java.math.BigDecimal;

/**
 * A unit's figures in its group, as they were computed.
 *
 * @param name as the unit was called then
 * @param score in points, as it is shown; null, like what follows, where nothing was counted
 */
public record Row(
    String unit,
    String name,
    Counts counts,
    BigDecimal score,
    Estimate estimate,
    Rank rank,
    String band) {

  Scored scored() {
    return new Scored(unit, counts, score, estimate);
  }
}

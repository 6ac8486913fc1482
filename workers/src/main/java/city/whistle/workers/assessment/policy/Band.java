package city.whistle.workers.assessment.policy;

import java.math.BigDecimal;
import java.util.List;

/**
 * A band of scores.
 *
 * @param from the least score in it, in points
 */
public record Band(String name, BigDecimal from) {

  static void requireOrder(List<Band> bands) {
    for (int i = 1; i < bands.size(); i++) {
      if (bands.get(i).from.compareTo(bands.get(i - 1).from) >= 0) {
        throw new IllegalArgumentException("bands must go from the best downwards");
      }
    }
    if (bands.isEmpty() || bands.get(bands.size() - 1).from.signum() != 0) {
      throw new IllegalArgumentException("the last band must begin at 0");
    }
  }
}

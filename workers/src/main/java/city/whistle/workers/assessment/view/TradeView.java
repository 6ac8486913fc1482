package city.whistle.workers.assessment.view;

import city.whistle.workers.assessment.figure.Counts;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A department's trade over all territory: what residents said of its categories, by who had the
 * cases.
 */
public record TradeView(VersionView version, String trade, List<Part> parts) {

  /**
   * A unit's cases of the trade; no score, which is for all of a unit's cases.
   *
   * @param contacted left out, like the two that follow, where nothing was counted
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Part(
      String unit, RateView contacted, RateView settled, RateView satisfied, Counts counts) {}
}

package city.whistle.workers.assessment.view;

import city.whistle.workers.assessment.figure.Counts;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * Published figures of several months together, a row for each pair of what they are put apart by.
 *
 * @param months whose figures are in it, first to last; what is asked for and missing here is not
 *     published
 */
public record Overview(List<String> months, List<String> by, List<Part> rows) {

  /**
   * @param of what it is about, by the names of {@code by}; what cases don't have is left out
   * @param contacted left out, like the two that follow, where nothing was counted; by the weights
   *     of the last month
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Part(
      Map<String, String> of,
      RateView contacted,
      RateView settled,
      RateView satisfied,
      Counts counts) {}
}

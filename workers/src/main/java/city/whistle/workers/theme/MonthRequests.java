package city.whistle.workers.theme;

import java.time.YearMonth;
import java.util.List;

/**
 * Requests of a month.
 *
 * @param counts of each problem's category, in the order of the problems
 * @param partial whether the month isn't over yet
 */
public record MonthRequests(YearMonth month, List<Integer> counts, boolean partial) {

  public int total() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }
}

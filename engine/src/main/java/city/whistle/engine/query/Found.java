package city.whistle.engine.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a search found.
 *
 * @param items as they stand in the answer
 * @param total how many there are on all pages, counted up to {@link #MAX_TOTAL}
 * @param startCursor null where nothing was found
 * @param endCursor null where nothing was found
 */
public record Found(
    List<Map<String, Object>> items, long total, String startCursor, String endCursor) {

  /** Counting ends here, as Camunda's does: every page of a list counts what it is a part of. */
  static final int MAX_TOTAL = 10_000;

  /** The JSON of the answer. */
  public Map<String, Object> toWire() {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("totalItems", Math.min(total, MAX_TOTAL));
    page.put("hasMoreTotalItems", total > MAX_TOTAL);
    page.put("startCursor", startCursor);
    page.put("endCursor", endCursor);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("items", items);
    answer.put("page", page);
    return answer;
  }
}

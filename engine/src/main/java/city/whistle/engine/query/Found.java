package city.whistle.engine.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a search found.
 *
 * @param items as they stand in the answer
 * @param total how many there are on all pages; one more than was counted where there are more
 * @param counted how far was counted at most
 * @param startCursor null where nothing was found
 * @param endCursor null where nothing was found
 */
public record Found(
    List<Map<String, Object>> items,
    long total,
    long counted,
    String startCursor,
    String endCursor) {

  /** Counting ends here, as Camunda's does: every page of a list counts what it is a part of. */
  static final int MAX_TOTAL = 10_000;

  /** And here where each row is asked for what other tables say of it, ten times as dear. */
  static final int MAX_TOTAL_BESIDE = 1_000;

  /** The JSON of the answer. */
  public Map<String, Object> toWire() {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("totalItems", Math.min(total, counted));
    page.put("hasMoreTotalItems", total > counted);
    page.put("startCursor", startCursor);
    page.put("endCursor", endCursor);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("items", items);
    answer.put("page", page);
    return answer;
  }
}

package city.whistle.workers.assessment.result;

import city.whistle.workers.assessment.count.Cell;
import java.util.List;
import java.util.Map;

/**
 * What an earlier month's valid version says.
 *
 * @param groups by code
 */
public record PastMonth(List<Cell> cells, Map<String, GroupResult> groups) {}

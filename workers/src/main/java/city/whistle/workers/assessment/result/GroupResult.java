package city.whistle.workers.assessment.result;

import city.whistle.workers.assessment.figure.Counts;
import java.math.BigDecimal;
import java.util.List;

/**
 * A group's figures.
 *
 * @param rows of all its units, in the order of the ranking
 * @param pooled all its units' cases together
 * @param pooledScore their score; null where nothing was counted
 * @param meanOfScores each unit counting alike; null without a score
 * @param moreThanChance whether the units' scores differ by more than chance explains
 */
public record GroupResult(
    String group,
    List<Row> rows,
    Counts pooled,
    BigDecimal pooledScore,
    BigDecimal meanOfScores,
    boolean moreThanChance,
    List<ListEntry> lists) {

  /** The same without rows, which are kept apart. */
  GroupResult withRows(List<Row> others) {
    return new GroupResult(group, others, pooled, pooledScore, meanOfScores, moreThanChance, lists);
  }

  GroupResult withLists(List<ListEntry> others) {
    return new GroupResult(group, rows, pooled, pooledScore, meanOfScores, moreThanChance, others);
  }

  /**
   * A unit on one of the four lists.
   *
   * @param list {@code advanced}, {@code progress}, {@code rectify} or {@code governance}
   * @param categories for which it is under governance; empty on the other lists
   */
  public record ListEntry(String list, String unit, List<String> categories) {}
}

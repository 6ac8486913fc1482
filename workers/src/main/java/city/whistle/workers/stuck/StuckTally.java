package city.whistle.workers.stuck;

import city.whistle.workers.unit.UnitRef;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many cases stand still, for each reason and owner; a case may count for several reasons. */
public final class StuckTally {

  private static final String NOBODY_YET = "";

  private final Map<String, Row> rows = new TreeMap<>();
  private boolean whole = true;

  void add(UnitRef owner, Set<StuckReason> reasons) {
    String code = owner == null ? NOBODY_YET : owner.code();
    Row row = rows.computeIfAbsent(code, none -> new Row(owner, new EnumMap<>(StuckReason.class)));
    reasons.forEach(reason -> row.counts.merge(reason, 1, Integer::sum));
  }

  StuckTally cutOff() {
    whole = false;
    return this;
  }

  /** Whether every open case was looked at; otherwise there are at least so many. */
  public boolean isWhole() {
    return whole;
  }

  public int of(StuckReason reason) {
    return rows.values().stream().mapToInt(row -> row.of(reason)).sum();
  }

  /** Owners with cases that stand still for one of these reasons, the most first. */
  public List<Row> rows(Set<StuckReason> reasons) {
    return rows.values().stream()
        .filter(row -> row.sum(reasons) > 0)
        .sorted(Comparator.comparingInt((Row row) -> row.sum(reasons)).reversed())
        .toList();
  }

  /**
   * Cases of one owner.
   *
   * @param owner null for cases that nobody has yet
   */
  public record Row(UnitRef owner, Map<StuckReason, Integer> counts) {

    public int of(StuckReason reason) {
      return counts.getOrDefault(reason, 0);
    }

    int sum(Set<StuckReason> reasons) {
      return reasons.stream().mapToInt(this::of).sum();
    }
  }
}

package city.whistle.workers.assessment.result;

import city.whistle.workers.assessment.count.Cell;
import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.figure.Scored;
import city.whistle.workers.assessment.figure.Weights;
import city.whistle.workers.assessment.result.GroupResult.ListEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * An earlier month as it compares with a later one: whoever took a unit over since is compared with
 * his own cases and that unit's together. What was published then stays as it is.
 *
 * @param heirs who took over whom wholly, by the former unit's code
 */
public record Inheritance(Map<String, String> heirs) {

  /** Longer chains than this, and circles, lead to nobody. */
  private static final int STEPS_MAX = 10;

  /** The last who took the unit over; itself where nobody did. */
  public String heirOf(String unit) {
    String heir = unit;
    for (int step = 0; step < STEPS_MAX; step++) {
      String next = heirs.get(heir);
      if (next == null) {
        return heir;
      }
      heir = next;
    }
    return unit;
  }

  /** Those of the units whom the unit took over, in the order of their codes. */
  public List<String> takenOver(String unit) {
    return new TreeSet<>(heirs.keySet())
        .stream().filter(former -> !former.equals(unit) && heirOf(former).equals(unit)).toList();
  }

  /** Each unit's counts, an heir's with those of whom it took over. */
  public Map<String, Counts> inherited(Map<String, Counts> units) {
    Map<String, Counts> all = new HashMap<>(units);
    units.forEach(
        (unit, counts) -> {
          String heir = heirOf(unit);
          if (!heir.equals(unit)) {
            all.merge(heir, counts, Counts::plus);
          }
        });
    return all;
  }

  /** The cells as if each heir had had the cases of whom it took over. */
  List<Cell> inherited(List<Cell> cells) {
    List<Cell> all = new ArrayList<>();
    for (Cell cell : cells) {
      String district = cell.district() == null ? null : heirOf(cell.district());
      all.add(new Cell(heirOf(cell.unit()), district, cell.category(), cell.counts()));
    }
    return all;
  }

  /** A group as if each heir had had the cases, and stood on the lists, of whom it took over. */
  GroupResult inherited(GroupResult group, Weights weights, int decimals) {
    Map<String, Counts> counts = new HashMap<>();
    group.rows().forEach(row -> counts.put(row.unit(), row.counts()));
    List<Row> rows =
        inherited(counts).entrySet().stream()
            .map(unit -> row(Scored.of(unit.getKey(), unit.getValue(), weights, decimals)))
            .toList();
    return group.withRows(rows).withLists(lists(group.lists()));
  }

  private static Row row(Scored one) {
    return new Row(one.unit(), null, one.counts(), one.score(), one.estimate(), null, null);
  }

  private List<ListEntry> lists(List<ListEntry> entries) {
    Map<List<String>, TreeSet<String>> all = new LinkedHashMap<>();
    entries.forEach(
        entry ->
            all.computeIfAbsent(List.of(entry.list(), heirOf(entry.unit())), key -> new TreeSet<>())
                .addAll(entry.categories()));
    return all.entrySet().stream()
        .map(
            one ->
                new ListEntry(
                    one.getKey().get(0), one.getKey().get(1), List.copyOf(one.getValue())))
        .toList();
  }
}

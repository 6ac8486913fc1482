package city.whistle.workers.assessment.result;

import city.whistle.workers.assessment.count.Cell;
import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.figure.Volumes;
import city.whistle.workers.assessment.policy.Group;
import city.whistle.workers.assessment.policy.Trade;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which unit of a group a cell counts for: the one that had the cases; for districts, all that
 * belong to it; for trades, the department of the category, whoever had the cases.
 */
public final class GroupTally {

  /** The group of departments by the categories that they answer for. */
  public static final String TRADE = "trade";

  private final Map<String, String> names;
  private final Function<Cell, Optional<String>> unitOf;

  private GroupTally(Map<String, String> names, Function<Cell, Optional<String>> unitOf) {
    this.names = names;
    this.unitOf = unitOf;
  }

  static GroupTally of(Group group, List<Unit> units) {
    return new GroupTally(
        names(units.stream().filter(group::holds).toList()),
        group.kind() == UnitKind.DISTRICT
            ? cell -> Optional.ofNullable(cell.district())
            : cell -> Optional.of(cell.unit()));
  }

  static GroupTally ofTrades(List<Trade> trades, List<Unit> units) {
    Map<String, String> names = names(units);
    names.keySet().retainAll(trades.stream().map(Trade::unit).toList());
    return new GroupTally(names, cell -> tradeOf(cell.category(), trades));
  }

  /**
   * The department that answers for a category: the one that names it most closely.
   *
   * @param category null is nobody's
   */
  public static Optional<String> tradeOf(String category, List<Trade> trades) {
    return trades.stream()
        .flatMap(
            trade ->
                trade.categories().stream()
                    .filter(above -> category != null && category.startsWith(above))
                    .map(above -> Map.entry(above.length(), trade.unit())))
        .max(Comparator.comparingInt(Map.Entry::getKey))
        .map(Map.Entry::getValue);
  }

  /** Those of the categories for which the department answers. */
  public static List<String> ofTrade(
      String department, List<String> categories, List<Trade> trades) {
    return categories.stream()
        .filter(category -> tradeOf(category, trades).filter(department::equals).isPresent())
        .toList();
  }

  private static Map<String, String> names(List<Unit> units) {
    return units.stream()
        .collect(Collectors.toMap(Unit::code, Unit::name, (one, other) -> other, HashMap::new));
  }

  /** Every unit of the group, by code. */
  Map<String, String> names() {
    return names;
  }

  /** Of the group's units; those without a case are missing. */
  Map<String, Counts> counts(List<Cell> cells) {
    Map<String, Counts> counts = new HashMap<>();
    cells.forEach(
        cell -> member(cell).ifPresent(unit -> counts.merge(unit, cell.counts(), Counts::plus)));
    return counts;
  }

  Volumes volumes(List<Cell> cells, int categoryDigits) {
    Map<String, Map<String, Long>> byUnit = new HashMap<>();
    names.keySet().forEach(unit -> byUnit.put(unit, new HashMap<>()));
    for (Cell cell : cells) {
      if (cell.category() != null) {
        String category =
            cell.category().substring(0, Math.min(categoryDigits, cell.category().length()));
        member(cell)
            .ifPresent(
                unit -> byUnit.get(unit).merge(category, cell.counts().dispatched(), Long::sum));
      }
    }
    return new Volumes(byUnit);
  }

  private Optional<String> member(Cell cell) {
    return unitOf.apply(cell).filter(names::containsKey);
  }
}

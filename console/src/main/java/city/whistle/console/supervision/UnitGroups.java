package city.whistle.console.supervision;

import city.whistle.console.supervision.SupervisionPage.Count;
import city.whistle.console.supervision.SupervisionPage.UnitGroup;
import city.whistle.console.supervision.SupervisionPage.UnitRow;
import city.whistle.workers.stuck.StuckReason;
import city.whistle.workers.stuck.StuckTally;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts the counts of units together by their districts. */
@Component
class UnitGroups {

  private static final String NO_DISTRICT = "";

  private final Units units;

  UnitGroups(Units units) {
    this.units = units;
  }

  /** Districts with the most first, and in each the units with the most. */
  List<UnitGroup> of(SupervisionFilter filter, StuckTally tally) {
    Map<String, List<StuckTally.Row>> byDistrict =
        tally.rows(SupervisionFilter.STANDS_STILL).stream()
            .collect(
                Collectors.groupingBy(this::district, LinkedHashMap::new, Collectors.toList()));
    return byDistrict.entrySet().stream()
        .map(one -> group(filter, one.getKey(), one.getValue()))
        .sorted(Comparator.comparingInt(UnitGroups::standingStill).reversed())
        .toList();
  }

  private String district(StuckTally.Row row) {
    Optional<Unit> unit = row.owner() == null ? Optional.empty() : units.find(row.owner().code());
    while (unit.isPresent() && unit.get().kind() != UnitKind.DISTRICT) {
      unit = Optional.ofNullable(unit.get().parentCode()).flatMap(units::find);
    }
    return unit.map(Unit::name).orElse(NO_DISTRICT);
  }

  private static UnitGroup group(
      SupervisionFilter filter, String district, List<StuckTally.Row> rows) {
    return new UnitGroup(
        district.equals(NO_DISTRICT) ? null : district,
        Arrays.stream(StuckReason.values()).map(reason -> sum(rows, reason)).toList(),
        rows.stream().map(row -> row(filter, row)).toList());
  }

  private static Count sum(List<StuckTally.Row> rows, StuckReason reason) {
    return new Count(
        reason.wireName(), rows.stream().mapToInt(row -> row.of(reason)).sum(), null, false);
  }

  private static int standingStill(UnitGroup group) {
    return group.counts().stream()
        .filter(one -> !one.reason().equals(StuckReason.WAITING.wireName()))
        .mapToInt(Count::count)
        .sum();
  }

  private static UnitRow row(SupervisionFilter filter, StuckTally.Row row) {
    SupervisionFilter ofUnit = filter.withUnit(row.owner() == null ? "" : row.owner().code());
    return new UnitRow(
        row.owner() == null ? null : row.owner().name(),
        ofUnit.withReasons(SupervisionFilter.STANDS_STILL).path(),
        SupervisionController.counts(ofUnit, row::of, EnumSet.noneOf(StuckReason.class)));
  }
}

package city.whistle.console.supervision;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Menu;
import city.whistle.console.supervision.SupervisionPage.Area;
import city.whistle.console.supervision.SupervisionPage.Count;
import city.whistle.workers.stuck.StuckCases;
import city.whistle.workers.stuck.StuckReason;
import city.whistle.workers.stuck.StuckTally;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of what stands still, with how many there are of each reason and unit. */
@Controller
class SupervisionController {

  private static final int PAGE = 50;

  private final StuckList list;
  private final StuckRows rows;
  private final Access access;
  private final Units units;
  private final UnitGroups groups;

  SupervisionController(
      StuckList list, StuckRows rows, Access access, Units units, UnitGroups groups) {
    this.list = list;
    this.rows = rows;
    this.access = access;
    this.units = units;
    this.groups = groups;
  }

  @GetMapping("/supervision")
  @Allowed(Right.SUPERVISION)
  @Menu(40)
  Answer list(
      @RequestParam(required = false) String stuck,
      @RequestParam(required = false) String area,
      @RequestParam(required = false) String unit,
      @RequestParam(required = false) String after,
      Person person) {
    SupervisionFilter filter = SupervisionFilter.of(stuck, area, unit, after);
    StuckCases.Page found = list.page(person, filter, PAGE);
    StuckTally tally = after == null ? list.tally(person, filter) : null;
    boolean acts = access.may(person, Right.INTERVENE);
    return new SupervisionPage(
        filter.path(),
        areas(person),
        area == null ? "" : area,
        filter.stuck(),
        unit,
        unitName(unit),
        filter.withUnit(null).path(),
        tally == null ? List.of() : reasons(filter, tally),
        tally == null ? List.of() : groups.of(filter, tally),
        tally == null || tally.isWhole(),
        found.items().stream().map(one -> rows.row(one, acts)).toList(),
        found.last() == null ? null : filter.after(found.last().number()).path(),
        Downloads.of(filter.after(null).path()),
        acts);
  }

  private List<Area> areas(Person person) {
    List<Unit> areas = list.areas(person);
    return areas.size() < 2
        ? List.of()
        : areas.stream().map(unit -> new Area(unit.code(), unit.name())).toList();
  }

  /** Empty for cases that nobody has; null where no unit was chosen. */
  private String unitName(String unit) {
    return unit == null || unit.isEmpty() ? unit : units.name(unit);
  }

  private static List<Count> reasons(SupervisionFilter filter, StuckTally tally) {
    return counts(filter.withUnit(null), tally::of, filter.reasons());
  }

  static List<Count> counts(
      SupervisionFilter filter, ToIntFunction<StuckReason> count, Set<StuckReason> chosen) {
    return Arrays.stream(StuckReason.values())
        .map(
            reason ->
                new Count(
                    reason.wireName(),
                    count.applyAsInt(reason),
                    filter.withReasons(EnumSet.of(reason)).path(),
                    chosen.contains(reason)))
        .toList();
  }
}

package city.whistle.console.supervision;

import city.whistle.console.access.Access;
import city.whistle.console.account.Person;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.workers.access.Caller;
import city.whistle.workers.access.CaseRights;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFilter;
import city.whistle.workers.casefile.CaseViewer;
import city.whistle.workers.stuck.EngineView.EngineAway;
import city.whistle.workers.stuck.StuckCases;
import city.whistle.workers.stuck.StuckTally;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The cases that stand still, as far as a person may know of them. */
@Component
class StuckList {

  private static final int TALLIES_MAX = 50;
  private static final Duration KEPT_FOR = Duration.ofMinutes(1);

  private final Access access;
  private final CaseRights rights;
  private final StuckCases stuck;
  private final Units units;
  private final Kept<CaseFilter, StuckTally> tallies;

  StuckList(Access access, CaseRights rights, StuckCases stuck, Units units, CityTime time) {
    this.access = access;
    this.rights = rights;
    this.stuck = stuck;
    this.units = units;
    this.tallies = new Kept<>(TALLIES_MAX, KEPT_FOR, time);
  }

  /**
   * @throws EngineAway where the engine doesn't answer
   * @throws NoSuchPage where the filter's area isn't the person's
   */
  StuckCases.Page page(Person person, SupervisionFilter filter, int max) {
    CaseFilter wanted = filter(person, filter).max(max);
    return stuck.find(filter.reasons(), wanted);
  }

  /**
   * How many there are of all reasons and units of the filter's area; where too many are open to be
   * looked at, as of the last minute.
   */
  StuckTally tally(Person person, SupervisionFilter filter) {
    CaseFilter wanted = filter(person, filter.withUnit(null));
    return tallies.get(wanted, () -> stuck.tally(wanted), tally -> !tally.isWhole());
  }

  /** The districts that the person may choose; one alone is no choice. */
  List<Unit> areas(Person person) {
    List<Caller> callers = access.callers(person);
    return callers.stream().allMatch(Caller::isUnit)
        ? callers.stream().flatMap(caller -> units.find(caller.unitCode()).stream()).toList()
        : units.list(null, UnitKind.DISTRICT);
  }

  private CaseFilter filter(Person person, SupervisionFilter filter) {
    CaseFilter all =
        new CaseFilter(
            null,
            filter.unit(),
            null,
            null,
            null,
            null,
            1,
            viewer(person, filter.area()),
            true,
            null);
    return filter.after() == null
        ? all
        : access.seen(person, filter.after()).map(all::after).orElse(all);
  }

  /** Who supervises several districts sees one at a time, the first where he chose none. */
  private CaseViewer viewer(Person person, String area) {
    List<Caller> callers = access.callers(person);
    Caller asks = callers.stream().findFirst().orElseThrow(NoSuchPage::new);
    if (area == null) {
      return rights.viewer(asks);
    }
    boolean his =
        callers.stream()
            .anyMatch(
                caller -> !caller.isUnit() || units.withBelow(caller.unitCode()).contains(area));
    if (!his || units.find(area).isEmpty()) {
      throw new NoSuchPage();
    }
    return rights.viewer(new Caller(asks.clientId(), area, false));
  }

  /** The case, which the person may know of. */
  CaseFile require(Person person, String number) {
    return find(person, number).orElseThrow(NoSuchPage::new);
  }

  /** The case; empty where there is none, or none that the person may know of. */
  Optional<CaseFile> find(Person person, String number) {
    return access.seen(person, number);
  }
}

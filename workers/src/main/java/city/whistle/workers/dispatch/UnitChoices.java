package city.whistle.workers.dispatch;

import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The units that people may choose from, by name. */
@Component
class UnitChoices {

  private static final String CITY = "110000";

  private final Units units;

  UnitChoices(Units units) {
    this.units = units;
  }

  /**
   * Whom an owner may summon or ask to take part: departments, enterprises and sub-districts of its
   * district, departments and enterprises of the city, and each district, for what lies across a
   * border.
   *
   * @param districtCode null for the city's alone
   * @param accused the unit that the case is about, which takes no part; null for none
   */
  List<Choice> in(String districtCode, String accused) {
    return choices(
        Stream.of(districtCode, CITY)
            .filter(parent -> parent != null)
            .flatMap(parent -> units.list(parent, null).stream()),
        accused);
  }

  /** Whom a case may be dispatched to: every unit but the city, which handles nothing itself. */
  List<Choice> all(String accused) {
    return choices(units.list(null, null).stream(), accused);
  }

  private static List<Choice> choices(Stream<Unit> units, String accused) {
    return units
        .filter(unit -> unit.kind() != UnitKind.CITY)
        .filter(unit -> !unit.code().equals(accused))
        .map(Choice::of)
        .toList();
  }

  /** An entry of variable {@code unitChoices}, named as form selects want it. */
  record Choice(String value, String label, String kind) {

    static Choice of(Unit unit) {
      return new Choice(unit.code(), unit.name(), unit.kind().wireName());
    }
  }
}

package city.whistle.workers.dispatch;

import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The units that an owner may summon or ask to take part: departments and enterprises of its
 * district and of the city.
 */
@Component
class UnitChoices {

  private static final String CITY = "110000";

  private final Units units;

  UnitChoices(Units units) {
    this.units = units;
  }

  /**
   * @param districtCode null for the city's alone
   * @param accused the unit that the case is about, which takes no part; null for none
   */
  List<Choice> in(String districtCode, String accused) {
    return Stream.of(districtCode, CITY)
        .filter(parent -> parent != null)
        .flatMap(
            parent ->
                Stream.of(UnitKind.DEPARTMENT, UnitKind.ENTERPRISE)
                    .flatMap(kind -> units.list(parent, kind).stream()))
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

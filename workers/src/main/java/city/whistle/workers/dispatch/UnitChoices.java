package city.whistle.workers.dispatch;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.organisation.StreetDuties;
import city.whistle.workers.organisation.StreetDuty;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The units that people may choose from, by name. */
@Component
public class UnitChoices {

  private static final String CITY = "110000";

  private final Units units;
  private final StreetDuties duties;
  private final OwnerFinder owners;

  UnitChoices(Units units, StreetDuties duties, OwnerFinder owners) {
    this.units = units;
    this.owners = owners;
    this.duties = duties;
  }

  /**
   * Whom an owner may summon or ask to take part: departments, enterprises and sub-districts of its
   * district, departments and enterprises of the city, and each district, for what lies across a
   * border.
   *
   * @param districtCode null for the city's alone
   * @param accused the unit that the case is about, which takes no part; null for none
   */
  public List<Choice> in(String districtCode, String accused) {
    return choices(
        Stream.of(districtCode, CITY)
            .filter(parent -> parent != null)
            .flatMap(parent -> units.list(parent, null).stream()),
        accused);
  }

  /**
   * Whom a case may be dispatched to: every unit but the city, which handles nothing itself. A
   * sub-district that may not be given the category says so, and who must take it.
   */
  List<Choice> owners(CaseFile file) {
    StreetDuties.Lists lists = duties.of(file.about().categoryCode(), file.about().level());
    Map<StreetDuty, String> takers = new HashMap<>();
    return units.list(null, null).stream()
        .filter(unit -> unit.kind() != UnitKind.CITY)
        .filter(unit -> !unit.code().equals(file.accusedUnit()))
        .map(
            unit ->
                forbidden(unit, lists)
                    .map(duty -> takers.computeIfAbsent(duty, d -> owners.taker(d, file)))
                    .map(Choice.of(unit)::instead)
                    .orElse(Choice.of(unit)))
        .toList();
  }

  /** Whom a chief may summon to a lane: every unit but the city. */
  List<Choice> all() {
    return choices(units.list(null, null).stream(), null);
  }

  private static Optional<StreetDuty> forbidden(Unit unit, StreetDuties.Lists lists) {
    return unit.kind() == UnitKind.STREET
        ? lists.about(unit).filter(StreetDuty::isForbidden)
        : Optional.empty();
  }

  private static List<Choice> choices(Stream<Unit> units, String accused) {
    return units
        .filter(unit -> unit.kind() != UnitKind.CITY)
        .filter(unit -> !unit.code().equals(accused))
        .map(Choice::of)
        .toList();
  }

  /** An entry of variable {@code unitChoices}, named as form selects want it. */
  public record Choice(String value, String label, String kind) {

    static Choice of(Unit unit) {
      return new Choice(unit.code(), unit.name(), unit.kind().wireName());
    }

    /** The same, saying that another must take it. */
    Choice instead(String taker) {
      return new Choice(value, label + "（不得派，应派" + taker + "）", kind);
    }
  }
}

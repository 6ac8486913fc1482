package city.whistle.workers.whistle;

import city.whistle.workers.organisation.CentreParty;
import city.whistle.workers.organisation.EnforcementCentres;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom a whistle calls. */
@Component
public class SummonedUnits {

  private final Units units;
  private final EnforcementCentres centres;

  SummonedUnits(Units units, EnforcementCentres centres) {
    this.units = units;
    this.centres = centres;
  }

  /** The unit that comes today for one that was asked for: itself, or its successor; or nobody. */
  Optional<Unit> of(String asked) {
    return units.find(asked).or(() -> units.successor(asked));
  }

  /**
   * The units that were asked for, or their heirs, each once.
   *
   * @param streetCode who blows, and doesn't come to itself
   */
  public Called of(Collection<String> asked, String streetCode) {
    return new Called(asked(asked, streetCode), Optional.empty());
  }

  /**
   * The same and those whom the joint enforcement centre of the street has at that hour, by its
   * list of the day.
   *
   * @param accused the unit that the case reports, which takes no part; null for none
   */
  public Called withCentre(
      Collection<String> asked, String streetCode, String accused, OffsetDateTime when) {
    return withCentre(asked(asked, streetCode), streetCode, accused, when);
  }

  /** The same, of units that were found. */
  Called withCentre(List<Unit> asked, String streetCode, String accused, OffsetDateTime when) {
    Map<String, Unit> called = new LinkedHashMap<>();
    asked.forEach(unit -> called.put(unit.code(), unit));
    List<CentreParty> centre =
        centres.at(streetCode, when).stream()
            .map(party -> isAccused(party, accused) ? party.without(CentreParty.ACCUSED) : party)
            .map(party -> called.containsKey(party.holder()) ? party.with(party.holder()) : party)
            .toList();
    centre.stream()
        .filter(CentreParty::isSummoned)
        .map(party -> units.find(party.unit()))
        .flatMap(Optional::stream)
        .forEach(unit -> called.putIfAbsent(unit.code(), unit));
    return new Called(List.copyOf(called.values()), Optional.of(centre));
  }

  private static boolean isAccused(CentreParty party, String accused) {
    return accused != null && (accused.equals(party.unit()) || accused.equals(party.holder()));
  }

  private List<Unit> asked(Collection<String> codes, String streetCode) {
    return codes.stream()
        .map(this::of)
        .flatMap(Optional::stream)
        .filter(unit -> !unit.code().equals(streetCode))
        .distinct()
        .toList();
  }

  /**
   * Whom a whistle calls.
   *
   * @param units all that are summoned, each once
   * @param centre the joint enforcement centre with whom it lacks, without anybody where the street
   *     has none; empty where the whistle doesn't call it
   */
  public record Called(List<Unit> units, Optional<List<CentreParty>> centre) {}
}

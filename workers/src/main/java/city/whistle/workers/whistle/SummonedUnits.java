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
   * The units that were asked for, or their heirs, each once, and those whom the joint enforcement
   * centre of the street has at that hour, by its list of the day.
   *
   * @param streetCode who blows, and doesn't come to itself
   * @param accused the unit that the case reports, which takes no part; null for none
   */
  public Called called(
      Collection<String> asked,
      String streetCode,
      CentreCall centre,
      String accused,
      OffsetDateTime when) {
    return called(asked(asked, streetCode), streetCode, centre, accused, when);
  }

  /** The same, of units that were found. */
  Called called(
      List<Unit> asked, String streetCode, CentreCall centre, String accused, OffsetDateTime when) {
    if (centre == CentreCall.NOT_CALLED) {
      return new Called(asked, Optional.empty(), false);
    }
    boolean byDefault = centre == CentreCall.BY_ANY_LIST && centres.lacksOwnList(streetCode, when);
    return withCentre(
        asked,
        byDefault ? centres.byDefault(streetCode, when) : centres.at(streetCode, when),
        byDefault,
        accused);
  }

  private Called withCentre(
      List<Unit> asked, List<CentreParty> parties, boolean byDefault, String accused) {
    Map<String, Unit> called = new LinkedHashMap<>();
    asked.forEach(unit -> called.put(unit.code(), unit));
    List<CentreParty> centre =
        parties.stream()
            .map(party -> isAccused(party, accused) ? party.without(CentreParty.ACCUSED) : party)
            .map(party -> called.containsKey(party.holder()) ? party.with(party.holder()) : party)
            .toList();
    centre.stream()
        .filter(CentreParty::isSummoned)
        .map(party -> units.find(party.unit()))
        .flatMap(Optional::stream)
        .forEach(unit -> called.putIfAbsent(unit.code(), unit));
    return new Called(
        List.copyOf(called.values()),
        Optional.of(centre),
        byDefault && centre.stream().anyMatch(CentreParty::isSummoned));
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
   * @param noOwnList whether the list of all sub-districts stands in for one that the township
   *     lacks
   */
  public record Called(List<Unit> units, Optional<List<CentreParty>> centre, boolean noOwnList) {}
}

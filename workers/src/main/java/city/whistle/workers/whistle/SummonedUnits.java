package city.whistle.workers.whistle;

import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
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

  SummonedUnits(Units units) {
    this.units = units;
  }

  /** The unit that comes today for one that was asked for: itself, or its successor; or nobody. */
  Optional<Unit> of(String asked) {
    return units.find(asked).or(() -> units.successor(asked));
  }

  /**
   * Who comes for the units that were asked for, and where the profile says so those of the joint
   * enforcement centre; each once.
   */
  public List<Unit> of(Collection<String> asked, boolean centre) {
    Map<String, Unit> byCode = new LinkedHashMap<>();
    asked.stream()
        .map(this::of)
        .flatMap(Optional::stream)
        .forEach(unit -> byCode.putIfAbsent(unit.code(), unit));
    if (centre) {
      units.jointEnforcementCentre().forEach(unit -> byCode.putIfAbsent(unit.code(), unit));
    }
    return List.copyOf(byCode.values());
  }
}

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

  /**
   * The units that were asked for, as far as there are such today, and where the profile says so
   * those of the joint enforcement centre; each once.
   */
  public List<Unit> of(Collection<String> asked, boolean centre) {
    Map<String, Unit> byCode = new LinkedHashMap<>();
    asked.stream()
        .map(units::find)
        .flatMap(Optional::stream)
        .forEach(unit -> byCode.putIfAbsent(unit.code(), unit));
    if (centre) {
      units.jointEnforcementCentre().forEach(unit -> byCode.putIfAbsent(unit.code(), unit));
    }
    return List.copyOf(byCode.values());
  }
}

package city.whistle.workers.casefile;

import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import org.springframework.stereotype.Component;

/** Says where a case is, as people say it. */
@Component
public class PlaceNames {

  private final Units units;

  PlaceNames(Units units) {
    this.units = units;
  }

  /** Without a name where the case has no such place. */
  public CaseVariable named(CaseVariable about) {
    return about.at(name(about.districtCode()), name(about.streetCode()));
  }

  private String name(String code) {
    return units.orFormer(code).map(Unit::name).orElse(null);
  }
}

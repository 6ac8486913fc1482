package city.whistle.workers.whistle;

import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.unit.Units;
import org.springframework.stereotype.Component;

/** Names the units and the case of a whistle, as people know them. */
@Component
class WhistleNames {

  private final Units units;
  private final CaseFiles cases;

  WhistleNames(Units units, CaseFiles cases) {
    this.units = units;
    this.cases = cases;
  }

  WhistleVariable of(WhistleVariable whistle) {
    return whistle.named(
        name(whistle.streetCode()),
        whistle.units().stream().map(this::name).toList(),
        whistle.caseId() == null ? null : cases.get(whistle.caseId()).number());
  }

  private String name(String code) {
    return units.name(code);
  }
}

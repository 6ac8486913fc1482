package city.whistle.workers.intake;

import city.whistle.workers.catalogue.Category;
import city.whistle.workers.organisation.StreetDuties;
import city.whistle.workers.organisation.StreetDuty;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the dispatch catalogue says, held against what the sub-district may be given. */
@Component
class CatalogueEntries {

  private final Units units;
  private final StreetDuties duties;

  CatalogueEntries(Units units, StreetDuties duties) {
    this.units = units;
    this.duties = duties;
  }

  /**
   * @param streetCode of the place; null where it isn't known
   * @param doubts whether the dispatchers have to be asked anyway
   */
  CatalogueEntry of(Optional<Category> category, String streetCode, boolean doubts) {
    if (doubts || category.isEmpty()) {
      return CatalogueEntry.doubtful(
          category.map(Category::limitLevel).orElse(Category.USUAL_LEVEL));
    }
    CatalogueEntry entry = CatalogueEntry.of(category.get());
    return UnitKind.STREET.wireName().equals(entry.unitKind())
        ? units
            .find(streetCode, UnitKind.STREET)
            .flatMap(street -> duties.of(category.get().code(), entry.level()).about(street))
            .map(duty -> entry.with(duty, taker(duty)))
            .orElse(entry)
        : entry;
  }

  private Optional<Unit> taker(StreetDuty duty) {
    return Optional.ofNullable(duty.taker())
        .flatMap(code -> units.find(code).or(() -> units.successor(code)));
  }
}

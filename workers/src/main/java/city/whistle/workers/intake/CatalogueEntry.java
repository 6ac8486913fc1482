package city.whistle.workers.intake;

import city.whistle.workers.catalogue.Category;
import city.whistle.workers.organisation.StreetDuty;
import city.whistle.workers.unit.Unit;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * Variable {@code catalogue}: what the dispatch catalogue says of a case.
 *
 * @param unitKind null where the case has no category
 * @param streetDuty what the sub-district of the place has to do with the category: {@code owns},
 *     {@code helps} or {@code mayNot}; left out where its list doesn't say, or for another's matter
 * @param takerKind kind of the unit that must take what the sub-district may not be given; else
 *     left out
 * @param takerCode that unit; left out where it is the district of the place
 */
record CatalogueEntry(
    String unitKind,
    String level,
    String unitCode,
    @JsonInclude(JsonInclude.Include.NON_NULL) String streetDuty,
    @JsonInclude(JsonInclude.Include.NON_NULL) String takerKind,
    @JsonInclude(JsonInclude.Include.NON_NULL) String takerCode) {

  /** Where there are doubts, the catalogue names no unit, so that the dispatchers consult. */
  static CatalogueEntry doubtful(String level) {
    return new CatalogueEntry(null, level, null, null, null, null);
  }

  static CatalogueEntry of(Category category) {
    return new CatalogueEntry(
        category.unitKind(), category.limitLevel(), category.unitCode(), null, null, null);
  }

  /**
   * @param taker who must take it; empty for the district of the place
   */
  CatalogueEntry with(StreetDuty duty, Optional<Unit> taker) {
    boolean forbidden = duty.isForbidden();
    return new CatalogueEntry(
        unitKind,
        level,
        unitCode,
        duty.duty(),
        forbidden ? taker.map(unit -> unit.kind().wireName()).orElse(StreetDuty.DISTRICT) : null,
        forbidden ? taker.map(Unit::code).orElse(null) : null);
  }
}

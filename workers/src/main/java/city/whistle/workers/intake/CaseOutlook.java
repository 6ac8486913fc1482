package city.whistle.workers.intake;

import city.whistle.workers.casefile.CaseVariable;
import city.whistle.workers.casefile.PlaceNames;
import city.whistle.workers.catalogue.Categories;
import city.whistle.workers.catalogue.Category;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the decisions of {@code complaint-case} will be asked with, before a case is opened: the
 * same variables that {@code case.register} will give.
 */
@Component
public class CaseOutlook {

  private final Categories categories;
  private final PlaceNames places;
  private final Doubts doubts;
  private final CatalogueEntries entries;

  CaseOutlook(Categories categories, PlaceNames places, Doubts doubts, CatalogueEntries entries) {
    this.categories = categories;
    this.places = places;
    this.doubts = doubts;
    this.entries = entries;
  }

  /**
   * Variables {@code case}, {@code signals} and {@code catalogue}, without anything of the
   * resident.
   *
   * @param request of which only kind, category, place, accused unit and signals count; what isn't
   *     known yet is null
   */
  public Map<String, Object> of(CaseRequest request) {
    Optional<Category> category = categories.find(request.categoryCode());
    List<String> why = doubts.of(request);
    CaseVariable about =
        new CaseVariable(
            null,
            request.kind(),
            request.channel(),
            category.map(Category::code).orElse(null),
            category.map(Category::name).orElse(null),
            category.map(Category::limitLevel).orElse(Category.USUAL_LEVEL),
            request.place().districtCode(),
            request.place().streetCode(),
            null,
            request.confidential(),
            request.accusedUnit(),
            why.isEmpty() ? null : why,
            null,
            null);
    return Map.of(
        "case", places.named(about),
        "signals", request.signalsIn(category),
        "catalogue", entries.of(category, request.place().streetCode(), !why.isEmpty()));
  }
}

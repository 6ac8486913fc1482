package city.whistle.workers.intake;

import city.whistle.workers.catalogue.Category;
import java.util.Optional;

/**
 * Variable {@code catalogue}: what the dispatch catalogue says of a case.
 *
 * @param unitKind null where the case has no category
 */
record CatalogueEntry(String unitKind, String level, String unitCode) {

  /** Where there are doubts, the catalogue names no unit, so that the dispatchers consult. */
  static CatalogueEntry of(Optional<Category> category, boolean doubts) {
    String level = category.map(Category::limitLevel).orElse(Category.USUAL_LEVEL);
    return doubts
        ? new CatalogueEntry(null, level, null)
        : new CatalogueEntry(
            category.map(Category::unitKind).orElse(null),
            level,
            category.map(Category::unitCode).orElse(null));
  }
}

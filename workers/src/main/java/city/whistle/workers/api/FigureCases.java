package city.whistle.workers.api;

import city.whistle.workers.assessment.count.CaseBehind;
import city.whistle.workers.assessment.view.Behind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A page of the cases behind a number.
 *
 * @param withheld how many more cases the page stands for, of which the client may not know
 * @param cursor for the next page; left out on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FigureCases(List<Item> items, int withheld, UUID cursor) {

  static FigureCases of(Behind.Page page) {
    return new FigureCases(
        page.cases().stream().map(Item::of).toList(), page.withheld(), page.last());
  }

  /**
   * A case; what doesn't apply is left out.
   *
   * @param at when its answer was recorded, or when the unit got it
   * @param leftOut why its answer doesn't count
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String number,
      String title,
      String unit,
      String categoryCode,
      OffsetDateTime at,
      Boolean answered,
      Boolean contacted,
      String settled,
      String satisfied,
      Boolean settledAtFirst,
      String leftOut) {

    static Item of(CaseBehind one) {
      return new Item(
          one.number(),
          one.title(),
          one.unit(),
          one.category(),
          one.at(),
          one.answered(),
          one.contacted(),
          one.settled(),
          one.satisfied(),
          one.settledAtFirst(),
          one.leftOut());
    }
  }
}

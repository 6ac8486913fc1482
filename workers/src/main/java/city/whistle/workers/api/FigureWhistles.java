package city.whistle.workers.api;

import city.whistle.workers.assessment.result.WhistleFigure;
import city.whistle.workers.assessment.result.WhistlesBehind.WhistleBehind;
import city.whistle.workers.assessment.view.Behind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of the whistles behind a number.
 *
 * @param cursor for the next page; left out on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FigureWhistles(List<Item> items, String cursor) {

  static final String FIGURE_WANTED =
      "must be one of "
          + Stream.of(WhistleFigure.values())
              .map(WhistleFigure::wireName)
              .collect(Collectors.joining(", "));

  static FigureWhistles of(Behind.WhistlePage page) {
    return new FigureWhistles(page.whistles().stream().map(Item::of).toList(), page.last());
  }

  /**
   * A whistle.
   *
   * @param endedAt left out while it goes on
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String number,
      String kind,
      String streetCode,
      OffsetDateTime blownAt,
      OffsetDateTime endedAt) {

    static Item of(WhistleBehind one) {
      return new Item(one.number(), one.kind(), one.streetCode(), one.blownAt(), one.endedAt());
    }
  }
}

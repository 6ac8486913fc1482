package city.whistle.workers.api;

import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import city.whistle.workers.whistle.WhistleFilter;
import city.whistle.workers.whistle.WhistleKinds;
import city.whistle.workers.whistle.WhistleLists;
import city.whistle.workers.whistle.WhistleState;
import city.whistle.workers.whistle.WhistleViews.Shown;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Lists the whistles that a client may know of, page by page, the last blown first. */
@RestController
class WhistleListController {

  private static final String GOES_ON = "goesOn";
  private static final String OVER = "over";

  private final WhistleLists whistles;
  private final Units units;

  WhistleListController(WhistleLists whistles, Units units) {
    this.whistles = whistles;
    this.units = units;
  }

  /** Those that go on, where {@code state} doesn't say otherwise. */
  @GetMapping("/api/whistles")
  @Needs(Scope.READ)
  WhistlePage list(QueryFields query, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    String after = query.cursor(WhistleListController::number);
    int max = query.limit();
    String state =
        query.read(
            "state",
            text -> Optional.of(text).filter(word -> word.equals(GOES_ON) || word.equals(OVER)),
            "must be goesOn or over");
    Boolean late =
        query.read(
            "late",
            text ->
                Optional.of(text).filter(word -> word.matches("true|false")).map(Boolean::valueOf),
            "must be true or false");
    String kind =
        query.read(
            "kind",
            text -> Optional.of(text).filter(WhistleKinds.ALL::contains),
            "must be one of " + String.join(", ", WhistleKinds.ALL));
    String street =
        query.code(
            "street",
            code -> units.find(code, UnitKind.STREET).isPresent(),
            "must be the code of a sub-district or township");
    query.throwIfWrong();
    return page(
        whistles.list(
            List.of(client.caller()),
            new WhistleFilter(!OVER.equals(state), Boolean.TRUE.equals(late), kind, street, after),
            max + 1),
        max);
  }

  private static Optional<String> number(String text) {
    return Optional.of(text).filter(number -> number.matches("[0-9A-Za-z-]{1,40}"));
  }

  private static WhistlePage page(List<Shown> found, int max) {
    boolean more = found.size() > max;
    List<Shown> page = more ? found.subList(0, max) : found;
    return new WhistlePage(
        page.stream().map(Item::of).toList(),
        more ? page.get(max - 1).state().about().number() : null);
  }

  /**
   * @param cursor for the next page; left out on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WhistlePage(List<Item> items, String cursor) {}

  /**
   * A whistle; what doesn't apply is left out.
   *
   * @param state {@code goesOn}, {@code ended}, {@code refused} or {@code caseEnded}
   * @param summoned how many units were called, {@code arrived} how many of them have come
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String number,
      String kind,
      String streetCode,
      boolean crossDistrict,
      String reason,
      String place,
      String state,
      OffsetDateTime blownAt,
      OffsetDateTime endedAt,
      int summoned,
      int arrived) {

    static Item of(Shown shown) {
      WhistleState state = shown.state();
      return new Item(
          state.about().number(),
          state.about().kind(),
          state.about().streetCode(),
          state.about().crossDistrict(),
          state.about().reason(),
          state.about().place(),
          state.word(),
          state.blownAt(),
          state.endedAt(),
          shown.summonses().size(),
          (int) shown.summonses().stream().filter(unit -> unit.arrivedAt() != null).count());
    }
  }
}

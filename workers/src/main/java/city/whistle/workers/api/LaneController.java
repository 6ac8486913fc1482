package city.whistle.workers.api;

import city.whistle.workers.access.Caller;
import city.whistle.workers.access.LaneRights;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.lane.LaneFilter;
import city.whistle.workers.lane.LaneRegister;
import city.whistle.workers.lane.LaneScores;
import city.whistle.workers.lane.LaneViews;
import city.whistle.workers.lane.LaneViews.Shown;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lists, shows and keeps lanes. */
@RestController
class LaneController {

  private static final String STREET_WANTED = "must be the code of a sub-district or township";

  private final LaneViews views;
  private final LaneRegister register;
  private final LaneScores scores;
  private final LaneRights rights;
  private final Units units;
  private final CityTime time;

  LaneController(
      LaneViews views,
      LaneRegister register,
      LaneScores scores,
      LaneRights rights,
      Units units,
      CityTime time) {
    this.views = views;
    this.register = register;
    this.scores = scores;
    this.rights = rights;
    this.units = units;
    this.time = time;
  }

  /** In the order of their ids. */
  @GetMapping("/api/lanes")
  @Needs(Scope.READ)
  Page list(QueryFields query) {
    String street =
        query.code("street", code -> units.find(code, UnitKind.STREET).isPresent(), STREET_WANTED);
    String after = query.cursor(LaneController::laneId);
    int max = query.limit();
    query.throwIfWrong();
    List<Shown> found =
        views.list(
            new LaneFilter(
                street == null ? null : List.of(street), null, null, after, time.today(), max + 1));
    boolean more = found.size() > max;
    return new Page(
        found.stream().limit(max).map(LaneView::brief).toList(),
        more ? found.get(max - 1).lane().id() : null);
  }

  private static Optional<String> laneId(String text) {
    return Optional.of(text).filter(id -> id.matches("[a-z0-9][a-z0-9-]{1,39}"));
  }

  /** Who holds which post is left out where the lane is none of the caller's. */
  @GetMapping("/api/lanes/{id}")
  @Needs(Scope.READ)
  LaneView show(@PathVariable String id, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return view(client.caller(), id);
  }

  @PutMapping("/api/lanes/{id}")
  @Needs(Scope.PATROL)
  ResponseEntity<LaneView> put(
      @PathVariable String id,
      @RequestBody JsonNode body,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    boolean created = register.put(client.caller(), id, body);
    LaneView view = view(client.caller(), id);
    return created
        ? ResponseEntity.created(URI.create("/api/lanes/" + id)).body(view)
        : ResponseEntity.ok(view);
  }

  @PutMapping("/api/lanes/{id}/posts")
  @Needs(Scope.PATROL)
  LaneView putPosts(
      @PathVariable String id,
      @RequestBody JsonNode body,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    register.putPosts(client.caller(), id, body).orElseThrow(LaneController::unknown);
    return view(client.caller(), id);
  }

  @PutMapping("/api/lanes/{id}/checks/{period}")
  @Needs(Scope.PATROL)
  LaneView score(
      @PathVariable String id,
      @PathVariable String period,
      @RequestBody JsonNode body,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    scores.score(client.caller(), id, period, body).orElseThrow(LaneController::unknown);
    return view(client.caller(), id);
  }

  private LaneView view(Caller caller, String id) {
    return views
        .find(id)
        .map(shown -> LaneView.of(shown, rights.sees(caller, shown.lane().streetCode())))
        .orElseThrow(LaneController::unknown);
  }

  private static NotFound unknown() {
    return new NotFound("there is no lane with this id");
  }

  /**
   * A page of lanes.
   *
   * @param cursor for the next page; left out on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<LaneView> items, String cursor) {}
}

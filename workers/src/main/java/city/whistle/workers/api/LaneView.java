package city.whistle.workers.api;

import city.whistle.workers.lane.Lane;
import city.whistle.workers.lane.LaneCheck;
import city.whistle.workers.lane.LaneViews.Shown;
import city.whistle.workers.lane.PostHeld;
import city.whistle.workers.lane.Standing;
import city.whistle.workers.lane.Turn;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * A lane as the API shows it; what there isn't is left out, and of a list's lanes posts, rhythm and
 * checks.
 *
 * @param holdsClass whether it has its class still
 * @param score of the last quarter that was scored; left out where none was
 * @param missed how many turns of late nobody did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LaneView(
    String id,
    String name,
    String streetCode,
    @JsonProperty("class") String laneClass,
    boolean holdsClass,
    BigDecimal score,
    long missed,
    Integer lengthMetres,
    String community,
    List<String> cells,
    LocalDate validFrom,
    LocalDate validTo,
    List<Holder> posts,
    List<TurnView> rhythm,
    List<CheckView> checks,
    List<Standing.Change> changes) {

  static LaneView brief(Shown shown) {
    return of(shown, null, null, null, null);
  }

  static LaneView of(Shown shown, boolean withPosts) {
    return of(
        shown,
        withPosts ? shown.posts().stream().map(Holder::of).toList() : null,
        shown.turns().stream().map(TurnView::of).toList(),
        shown.checks().stream().map(CheckView::of).toList(),
        shown.standing().changes());
  }

  private static LaneView of(
      Shown shown,
      List<Holder> posts,
      List<TurnView> rhythm,
      List<CheckView> checks,
      List<Standing.Change> changes) {
    Lane lane = shown.lane();
    return new LaneView(
        lane.id(),
        lane.name(),
        lane.streetCode(),
        lane.given().wireName(),
        shown.standing().holds(),
        shown.lastQuarter().map(LaneCheck::score).orElse(null),
        shown.missed(),
        lane.lengthMetres(),
        lane.community(),
        lane.cells(),
        lane.from(),
        lane.to(),
        posts,
        rhythm,
        checks,
        changes);
  }

  /**
   * @param to the first day on which it is held no more; left out without an end
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Holder(String post, String person, LocalDate from, LocalDate to) {

    static Holder of(PostHeld held) {
      return new Holder(held.post().wireName(), held.personId(), held.from(), held.to());
    }
  }

  /**
   * @param to the last day of it
   */
  record TurnView(String rhythm, LocalDate from, LocalDate to, String state) {

    static TurnView of(Turn turn) {
      return new TurnView(
          turn.rhythm(), turn.first(), turn.end().minusDays(1), turn.state().wireName());
    }
  }

  record CheckView(
      String period, BigDecimal score, Map<String, BigDecimal> lost, OffsetDateTime recordedAt) {

    static CheckView of(LaneCheck check) {
      return new CheckView(check.period(), check.score(), check.lost(), check.recordedAt());
    }
  }
}

package city.whistle.workers.lane;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.unit.Units;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lanes as they stand today, for the API and for pages. */
@Component
public class LaneViews {

  private final Lanes lanes;
  private final LanePosts posts;
  private final LaneChecks checks;
  private final LanePolicies policies;
  private final LaneTurns turns;
  private final Units units;
  private final CityTime time;

  LaneViews(
      Lanes lanes,
      LanePosts posts,
      LaneChecks checks,
      LanePolicies policies,
      LaneTurns turns,
      Units units,
      CityTime time) {
    this.lanes = lanes;
    this.posts = posts;
    this.checks = checks;
    this.policies = policies;
    this.turns = turns;
    this.units = units;
    this.time = time;
  }

  public List<Shown> list(LaneFilter filter) {
    List<Lane> found = lanes.list(filter);
    Map<String, List<Turn>> all = turns.of(found);
    Map<String, List<LaneCheck>> scored = checks.of(found.stream().map(Lane::id).toList());
    List<LanePolicy> rules = policies.all();
    return found.stream()
        .map(
            lane ->
                shown(lane, all.get(lane.id()), scored.getOrDefault(lane.id(), List.of()), rules))
        .toList();
  }

  public Optional<Shown> find(String id) {
    return lanes
        .find(id)
        .map(
            lane ->
                shown(
                    lane,
                    turns.of(List.of(lane)).get(lane.id()),
                    checks.of(lane.id()),
                    policies.all()));
  }

  private Shown shown(
      Lane lane, List<Turn> laneTurns, List<LaneCheck> laneChecks, List<LanePolicy> rules) {
    LocalDate today = time.today();
    return new Shown(
        lane,
        units.name(lane.streetCode()),
        posts.of(lane.id()),
        laneTurns,
        laneChecks,
        Standing.of(laneChecks, rules, today),
        today);
  }

  /**
   * A lane today.
   *
   * @param posts of all times, the newest first
   * @param turns of late, see {@link Turn}
   * @param checks the earliest first
   */
  public record Shown(
      Lane lane,
      String streetName,
      List<PostHeld> posts,
      List<Turn> turns,
      List<LaneCheck> checks,
      Standing standing,
      LocalDate today) {

    public List<PostHeld> postsToday() {
      return posts.stream().filter(post -> post.isHeldOn(today)).toList();
    }

    public long missed() {
      return turns.stream().filter(turn -> turn.state() == Turn.State.MISSED).count();
    }

    /** The last check of a quarter; empty where there is none: that is no score, not 0. */
    public Optional<LaneCheck> lastQuarter() {
      return checks.stream().filter(LaneCheck::quarter).reduce((earlier, later) -> later);
    }
  }
}

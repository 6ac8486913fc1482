package city.whistle.console.lanes;

import city.whistle.console.layout.Names;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.lane.LaneCheck;
import city.whistle.workers.lane.LanePolicies;
import city.whistle.workers.lane.LanePolicy;
import city.whistle.workers.lane.LaneViews.Shown;
import city.whistle.workers.lane.Post;
import city.whistle.workers.lane.PostHeld;
import city.whistle.workers.lane.Turn;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes of lanes what lists show of them. */
@Component
class LaneRows {

  private final LanePolicies policies;
  private final Names names;
  private final CityTime time;

  LaneRows(LanePolicies policies, Names names, CityTime time) {
    this.policies = policies;
    this.names = names;
    this.time = time;
  }

  LanesPage.Row row(Shown lane) {
    return new LanesPage.Row(
        lane.lane().id(),
        lane.lane().name(),
        lane.streetName(),
        lane.lane().given().wireName(),
        lane.standing().holds(),
        lane.lastQuarter().map(LaneCheck::score).orElse(null),
        lane.postsToday().stream()
            .filter(held -> held.post() == Post.CHIEF)
            .map(PostHeld::personId)
            .map(names::of)
            .findFirst()
            .orElse(null),
        rhythms(lane, Turn.State.DUE),
        rhythms(lane, Turn.State.MISSED));
  }

  /** In the policy's order; what there is nothing of is left out. */
  List<LanesPage.Rhythm> rhythms(Shown lane, Turn.State state) {
    LanePolicy policy = policies.on(time.today());
    return policy.rhythm().stream()
        .map(
            rhythm ->
                new LanesPage.Rhythm(
                    rhythm.name(),
                    rhythm.nameEn(),
                    lane.turns().stream()
                        .filter(turn -> turn.rhythm().equals(rhythm.code()))
                        .filter(turn -> turn.state() == state)
                        .count()))
        .filter(rhythm -> rhythm.times() > 0)
        .toList();
  }
}

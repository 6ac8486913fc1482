package city.whistle.console.patrols;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.LaneAccess;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Cut;
import city.whistle.console.layout.Menu;
import city.whistle.console.patrols.PatrolPage.Named;
import city.whistle.console.patrols.PatrolsPage.Chip;
import city.whistle.console.patrols.PatrolsPage.Row;
import city.whistle.workers.lane.Lane;
import city.whistle.workers.lane.Lanes;
import city.whistle.workers.patrol.Patrol;
import city.whistle.workers.patrol.PatrolFilter;
import city.whistle.workers.patrol.PatrolState;
import city.whistle.workers.patrol.Patrols;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Lists patrols. */
@Controller
class PatrolsController {

  private static final int PAGE = 50;
  private static final List<String> STATES =
      List.of("", "reported", "case", "whistle", "settled", "judged", "clean");

  private final Access access;
  private final LaneAccess laneAccess;
  private final Lanes lanes;
  private final Patrols patrols;
  private final PatrolWords words;

  PatrolsController(
      Access access, LaneAccess laneAccess, Lanes lanes, Patrols patrols, PatrolWords words) {
    this.access = access;
    this.laneAccess = laneAccess;
    this.lanes = lanes;
    this.patrols = patrols;
    this.words = words;
  }

  @GetMapping("/patrols")
  @Allowed(Right.LANES)
  @Menu(12)
  Answer list(
      @RequestParam(defaultValue = "") String lane,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String after,
      Person person) {
    Optional<Lane> chosen =
        Optional.of(lane)
            .filter(id -> id.matches("[a-z0-9-]{2,40}"))
            .flatMap(lanes::find)
            .filter(one -> laneAccess.sees(person, one));
    PatrolState wanted = PatrolState.of(state).orElse(null);
    Patrol last = patrol(person, after).orElse(null);
    Cut<Patrol> cut = Cut.of(patrols.list(filter(person, chosen, wanted, last)), PAGE);
    String laneId = chosen.map(Lane::id).orElse(null);
    return new PatrolsPage(
        access.may(person, Right.PATROL),
        laneId,
        chosen.map(Lane::name).orElse(null),
        chips(laneId, wanted),
        cut.shown().stream().map(this::row).toList(),
        cut.next(one -> path(laneId, wanted == null ? "" : wanted.wireName(), one.number())));
  }

  private PatrolFilter filter(
      Person person, Optional<Lane> chosen, PatrolState wanted, Patrol last) {
    List<String> streets = laneAccess.streets(person);
    boolean ofLanes = chosen.isEmpty() && streets != null && streets.isEmpty();
    return new PatrolFilter(
        chosen.isPresent() || ofLanes ? null : streets,
        chosen.isPresent()
            ? List.of(chosen.get().id())
            : ofLanes ? laneAccess.ownIds(person) : null,
        wanted,
        null,
        null,
        last == null ? null : last.walkedAt(),
        last == null ? null : last.id(),
        Cut.wanted(PAGE));
  }

  /** The patrol, if there is one and the person may know of it. */
  private Optional<Patrol> patrol(Person person, String number) {
    return words
        .found(number)
        .filter(
            one ->
                lanes.find(one.laneId()).filter(lane -> laneAccess.sees(person, lane)).isPresent());
  }

  private Row row(Patrol patrol) {
    Optional<Named> disorder = words.disorder(patrol);
    return new Row(
        patrol.number(),
        words.lane(patrol),
        patrol.walkedAt(),
        disorder.map(Named::name).orElse(null),
        disorder.map(Named::nameEn).orElse(null),
        patrol.what(),
        patrol.place(),
        patrol.state().wireName());
  }

  private static List<Chip> chips(String laneId, PatrolState chosen) {
    String is = chosen == null ? "" : chosen.wireName();
    List<Chip> chips = new ArrayList<>();
    STATES.forEach(
        state -> chips.add(new Chip(state, path(laneId, state, null), state.equals(is))));
    return chips;
  }

  private static String path(String laneId, String state, String after) {
    UriComponentsBuilder path = UriComponentsBuilder.fromPath("/patrols");
    if (laneId != null) {
      path.queryParam("lane", laneId);
    }
    if (!state.isEmpty()) {
      path.queryParam("state", state);
    }
    if (after != null) {
      path.queryParam("after", after);
    }
    return path.toUriString();
  }
}

package city.whistle.console.lanes;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.LaneAccess;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.lanes.LanesPage.Row;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Menu;
import city.whistle.console.layout.StreetChoice;
import city.whistle.workers.lane.LaneClass;
import city.whistle.workers.lane.LaneViews;
import city.whistle.workers.lane.LaneViews.Shown;
import city.whistle.workers.lane.Turn;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Lists lanes. */
@Controller
class LanesController {

  private static final int PAGE = 50;

  /** Where few lanes have what is looked for, a page isn't filled at any price. */
  private static final int LOOKED_AT_MAX = 400;

  private static final Set<String> RHYTHMS = Set.of("due", "missed");

  private final LaneAccess access;
  private final LaneViews views;
  private final LaneRows rows;
  private final Units units;

  LanesController(LaneAccess access, LaneViews views, LaneRows rows, Units units) {
    this.access = access;
    this.views = views;
    this.rows = rows;
    this.units = units;
  }

  @GetMapping("/lanes")
  @Allowed(Right.LANES)
  @Menu(60)
  Answer list(
      @RequestParam(defaultValue = "") String street,
      @RequestParam(name = "class", defaultValue = "") String laneClass,
      @RequestParam(defaultValue = "") String rhythm,
      @RequestParam(defaultValue = "") String after,
      Person person) {
    String wanted = RHYTHMS.contains(rhythm) ? rhythm : "";
    LaneClass given = LaneClass.of(laneClass).orElse(null);
    Chosen chosen =
        new Chosen(units.find(street, UnitKind.STREET).map(Unit::code).orElse(""), given, wanted);
    List<Row> shown = new ArrayList<>();
    String last = after.matches("[a-z0-9-]{1,40}") ? after : null;
    boolean more = true;
    for (int looked = 0; more && shown.size() < PAGE && looked < LOOKED_AT_MAX; looked += PAGE) {
      List<Shown> found =
          views.list(
              access.filter(
                  person, chosen.street.isEmpty() ? null : chosen.street, given, last, PAGE + 1));
      more = found.size() > PAGE;
      for (Shown one : found.subList(0, Math.min(PAGE, found.size()))) {
        if (shown.size() == PAGE) {
          more = true;
          break;
        }
        last = one.lane().id();
        if (has(one, wanted)) {
          shown.add(rows.row(one));
        }
      }
    }
    return new LanesPage(
        chosen.street,
        given == null ? "" : given.wireName(),
        wanted,
        streets(person),
        shown,
        more ? chosen.path(last) : null);
  }

  private static boolean has(Shown lane, String rhythm) {
    return rhythm.isEmpty() || lane.turns().stream().anyMatch(turn -> is(turn, rhythm));
  }

  private static boolean is(Turn turn, String rhythm) {
    return turn.state().wireName().equals(rhythm);
  }

  /** Whoever knows of one sub-district alone, or of one lane, has nothing to choose. */
  private List<StreetChoice> streets(Person person) {
    List<String> seen = access.streets(person);
    if (seen == null) {
      return StreetChoice.all(units);
    }
    if (seen.size() == 1 || seen.isEmpty() && access.own(person).size() < 2) {
      return List.of();
    }
    return StreetChoice.of(
        seen.stream().flatMap(code -> units.find(code, UnitKind.STREET).stream()).toList(), units);
  }

  private record Chosen(String street, LaneClass given, String rhythm) {

    String path(String after) {
      UriComponentsBuilder path = UriComponentsBuilder.fromPath("/lanes");
      if (!street.isEmpty()) {
        path.queryParam("street", street);
      }
      if (given != null) {
        path.queryParam("class", given.wireName());
      }
      if (!rhythm.isEmpty()) {
        path.queryParam("rhythm", rhythm);
      }
      return path.queryParam("after", after).toUriString();
    }
  }
}

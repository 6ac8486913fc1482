package city.whistle.console.whistles;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Cut;
import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Menu;
import city.whistle.console.layout.StreetChoice;
import city.whistle.console.whistles.WhistlesPage.Chip;
import city.whistle.console.whistles.WhistlesPage.Kept;
import city.whistle.workers.access.Caller;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import city.whistle.workers.whistle.WhistleKinds;
import city.whistle.workers.whistle.WhistleLists;
import city.whistle.workers.whistle.WhistleViews;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The whistles that somebody may know of: those that go on with who has come, and past ones. */
@Controller
class WhistlesController {

  private static final int PAGE = 20;
  private static final int COUNT_MAX = 100;

  private final WhistleLists lists;
  private final WhistleCards cards;
  private final Access access;
  private final Units units;

  WhistlesController(WhistleLists lists, WhistleCards cards, Access access, Units units) {
    this.lists = lists;
    this.cards = cards;
    this.access = access;
    this.units = units;
  }

  @GetMapping("/whistles")
  @Allowed(Right.WHISTLES)
  @Menu(25)
  Answer list(
      @RequestParam(required = false) String state,
      @RequestParam(required = false) String late,
      @RequestParam(required = false) String kind,
      @RequestParam(required = false) String street,
      @RequestParam(required = false) String after,
      Person person) {
    WhistleQuery query = WhistleQuery.of(state, late, kind, street, after);
    List<Caller> callers = access.whistleCallers(person);
    Cut<WhistleViews.Shown> cut =
        Cut.of(lists.list(callers, query.filter(), Cut.wanted(PAGE)), PAGE);
    return new WhistlesPage(
        query.path(),
        !access.whistlesFor(person).isEmpty(),
        query.past(),
        chips(callers, query),
        kinds(query),
        streets(callers),
        query.street() == null ? "" : query.street(),
        kept(query),
        query.isNarrowed(),
        cards.of(person, cut.shown()),
        cut.next(last -> query.after(last.state().about().number()).path()),
        Downloads.of(query.after(null).path()));
  }

  private List<Chip> chips(List<Caller> callers, WhistleQuery query) {
    return List.of(
        chip("running", query, query.which(false, false), counted(callers, query, false)),
        chip("late", query, query.which(false, true), counted(callers, query, true)),
        chip("past", query, query.which(true, false), ""),
        chip("pastLate", query, query.which(true, true), ""));
  }

  private static Chip chip(String name, WhistleQuery now, WhistleQuery then, String count) {
    boolean chosen = now.past() == then.past() && now.late() == then.late();
    return new Chip(name, then.path(), chosen, count);
  }

  private String counted(List<Caller> callers, WhistleQuery query, boolean late) {
    int count = lists.count(callers, query.which(false, late).filter(), COUNT_MAX);
    return count < COUNT_MAX ? String.valueOf(count) : COUNT_MAX + "+";
  }

  private static List<Chip> kinds(WhistleQuery query) {
    return Stream.concat(Stream.of(""), WhistleKinds.ALL.stream())
        .map(
            kind ->
                new Chip(
                    kind,
                    query.withKind(kind.isEmpty() ? null : kind).path(),
                    kind.equals(query.kind() == null ? "" : query.kind()),
                    ""))
        .toList();
  }

  /** Whoever sees several sub-districts chooses among those of his districts. */
  private List<StreetChoice> streets(List<Caller> callers) {
    if (callers.stream().anyMatch(caller -> !caller.isUnit())) {
      return StreetChoice.all(units);
    }
    List<Unit> found =
        callers.stream()
            .flatMap(caller -> units.find(caller.unitCode(), UnitKind.DISTRICT).stream())
            .flatMap(district -> units.list(district.code(), UnitKind.STREET).stream())
            .toList();
    return StreetChoice.of(found, units);
  }

  private static List<Kept> kept(WhistleQuery query) {
    List<Kept> kept = new ArrayList<>();
    if (query.past()) {
      kept.add(new Kept("state", "past"));
    }
    if (query.late()) {
      kept.add(new Kept("late", ""));
    }
    if (query.kind() != null) {
      kept.add(new Kept("kind", query.kind()));
    }
    return kept;
  }
}

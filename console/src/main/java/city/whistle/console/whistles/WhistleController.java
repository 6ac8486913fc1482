package city.whistle.console.whistles;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.casepage.CaseLines;
import city.whistle.console.casepage.CasePage.Line;
import city.whistle.console.casepage.CaseWhistles;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.timeline.TimelineEntry;
import city.whistle.workers.whistle.WhistleVariable;
import city.whistle.workers.whistle.WhistleViews;
import city.whistle.workers.whistle.WhistleViews.Shown;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One whistle: who was called, signed and came when, and what happened. */
@Controller
class WhistleController {

  private static final int LINES = 100;

  private final WhistleViews whistles;
  private final WhistleCards cards;
  private final CaseWhistles boxes;
  private final CaseLines lines;
  private final Timeline timeline;
  private final Access access;

  WhistleController(
      WhistleViews whistles,
      WhistleCards cards,
      CaseWhistles boxes,
      CaseLines lines,
      Timeline timeline,
      Access access) {
    this.whistles = whistles;
    this.cards = cards;
    this.boxes = boxes;
    this.lines = lines;
    this.timeline = timeline;
    this.access = access;
  }

  @GetMapping("/whistles/{number}")
  @Allowed(Right.WHISTLES)
  Answer show(@PathVariable String number, Person person) {
    Shown whistle =
        access.whistleCallers(person).stream()
            .flatMap(caller -> whistles.find(caller, number).stream())
            .findFirst()
            .orElseThrow(NoSuchPage::new);
    WhistleVariable about = whistle.state().about();
    List<TimelineEntry> found =
        about.caseId() == null
            ? timeline.newest(about.id(), Integer.MAX_VALUE, LINES + 1)
            : List.of();
    List<Line> told = lines.of(found.subList(0, Math.min(LINES, found.size())));
    return new WhistlePage(
        "/whistles/" + about.number(),
        cards.of(person, List.of(whistle)).get(0),
        boxes.box(whistle),
        !whistle.isOver() && access.blower(person, about.streetCode()).isPresent(),
        about.caseId() == null ? told : null,
        found.size() <= LINES);
  }
}

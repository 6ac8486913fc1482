package city.whistle.console.matters;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Menu;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.matters.MattersPage.CaseLink;
import city.whistle.console.matters.MattersPage.Row;
import city.whistle.workers.access.Caller;
import city.whistle.workers.burst.Matter;
import city.whistle.workers.burst.MatterViews;
import city.whistle.workers.burst.MatterViews.View;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.theme.ThemeHints;
import city.whistle.workers.theme.ThemeHints.State;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Lists bursts, and shows one with its cases; what is done about it is a task. */
@Controller
class MattersController {

  private static final int ROWS = 100;

  private final MatterViews matters;
  private final ThemeHints hints;
  private final Access access;

  MattersController(MatterViews matters, ThemeHints hints, Access access) {
    this.matters = matters;
    this.hints = hints;
    this.access = access;
  }

  @GetMapping("/matters")
  @Allowed(Right.SUPERVISION)
  @Menu(45)
  Answer list(Person person) {
    List<Row> rows =
        access.callers(person).stream()
            .flatMap(caller -> matters.list(caller, false, ROWS).stream())
            .distinct()
            .map(MattersController::row)
            .toList();
    return new MattersPage(rows, rows.size() == ROWS);
  }

  @GetMapping("/matters/{number}")
  @Allowed(Right.SUPERVISION)
  Answer show(@PathVariable String number, Person person) {
    for (Caller caller : access.callers(person)) {
      var found = matters.find(caller, number);
      if (found.isPresent()) {
        List<CaseLink> cases =
            matters.cases(caller, found.get().matter()).stream()
                .map(MattersController::link)
                .toList();
        Optional<State> hint = hints.state(number);
        return new MatterPage(
            row(found.get()),
            found.get().matter().note(),
            hint.isPresent(),
            hint.map(State::month).map(YearMonth::toString).orElse(null),
            cases);
      }
    }
    throw new NoSuchPage();
  }

  private static Row row(View view) {
    Matter matter = view.matter();
    return new Row(
        matter.number(),
        matter.isOpen() ? "open" : matter.decision(),
        matter.categoryName(),
        view.placeName(),
        matter.since(),
        matter.seen(),
        Math.round(matter.expected() * 10) / 10.0,
        view.cases(),
        matter.whistleNumber());
  }

  private static CaseLink link(CaseFile file) {
    return new CaseLink(
        file.number(), file.about().title(), file.status().wireName(), file.receivedAt());
  }
}

package city.whistle.console.whistles;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Cut;
import city.whistle.console.layout.ListFile;
import city.whistle.console.layout.ListPart;
import city.whistle.console.layout.Sheet;
import city.whistle.console.layout.Texts;
import city.whistle.console.whistles.WhistlesPage.Called;
import city.whistle.console.whistles.WhistlesPage.Card;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.whistle.WhistleLists;
import city.whistle.workers.whistle.WhistleViews;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of whistles as a file, a line for each unit that was called. */
@Controller
class WhistleFilesController {

  private static final int AT_ONCE = 200;
  private static final int PARTS_MAX = 25;
  private static final List<String> HEAD =
      List.of(
          "whistles.number",
          "whistle.kind",
          "cases.state",
          "whistle.street",
          "blow.reason",
          "whistle.place",
          "whistle.blownAt",
          "whistle.endedAt",
          "cases.number",
          "whistle.unit",
          "whistles.howFar",
          "whistles.late");

  private final WhistleLists lists;
  private final WhistleCards cards;
  private final Access access;
  private final CityTime time;

  WhistleFilesController(WhistleLists lists, WhistleCards cards, Access access, CityTime time) {
    this.lists = lists;
    this.cards = cards;
    this.access = access;
    this.time = time;
  }

  @GetMapping({"/whistles.csv", "/whistles.xlsx"})
  @Allowed(Right.WHISTLES)
  Answer file(
      @RequestParam(required = false) String state,
      @RequestParam(required = false) String late,
      @RequestParam(required = false) String kind,
      @RequestParam(required = false) String street,
      Person person) {
    WhistleQuery query = WhistleQuery.of(state, late, kind, street, null);
    return ListFile.of(
        "whistles-" + time.today(),
        HEAD,
        part(person, query),
        PARTS_MAX,
        WhistleFilesController::write);
  }

  private ListPart<Card> part(Person person, WhistleQuery query) {
    Cut<WhistleViews.Shown> cut =
        Cut.of(
            lists.list(access.whistleCallers(person), query.filter(), Cut.wanted(AT_ONCE)),
            AT_ONCE);
    String last = cut.next(whistle -> whistle.state().about().number());
    return new ListPart<>(
        cards.of(person, cut.shown()), last == null ? null : () -> part(person, query.after(last)));
  }

  private static void write(Sheet sheet, Texts t, Card card) throws IOException {
    List<Called> called = card.called();
    if (called.isEmpty()) {
      line(sheet, t, card, null);
    }
    for (Called unit : called) {
      line(sheet, t, card, unit);
    }
  }

  private static void line(Sheet sheet, Texts t, Card card, Called unit) throws IOException {
    sheet.row(
        card.number(),
        t.say("whistle.kind." + card.kind()),
        t.say("whistle.state." + card.state()),
        card.street(),
        card.reason(),
        card.place(),
        Sheet.time(card.blownAt()),
        Sheet.time(card.endedAt()),
        card.caseNumber(),
        unit == null ? "" : unit.name(),
        unit == null ? "" : t.say("whistles.called." + unit.state(), t.exact(unit.at())),
        unit != null && unit.late() ? t.say("whistles.late.yes") : "");
  }
}

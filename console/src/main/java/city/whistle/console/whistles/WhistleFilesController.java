package city.whistle.console.whistles;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Cut;
import city.whistle.console.layout.Languages;
import city.whistle.console.layout.Sheet;
import city.whistle.console.layout.Texts;
import city.whistle.console.whistles.WhistlesPage.Called;
import city.whistle.console.whistles.WhistlesPage.Card;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.whistle.WhistleLists;
import city.whistle.workers.whistle.WhistleViews;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of whistles as a file, a line for each unit that was called. */
@Controller
class WhistleFilesController {

  private static final int AT_ONCE = 200;
  private static final int WHISTLES_MAX = 5000;

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
  void file(
      @RequestParam(required = false) String state,
      @RequestParam(required = false) String late,
      @RequestParam(required = false) String kind,
      @RequestParam(required = false) String street,
      Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    WhistleQuery query = WhistleQuery.of(state, late, kind, street, null);
    Texts t = Languages.texts(person, request, time.now());
    Cut<WhistleViews.Shown> part = part(person, query);
    try (Sheet sheet = Sheet.download(request, response, "whistles-" + time.today())) {
      head(sheet, t);
      int written = 0;
      while (true) {
        for (Card card : cards.of(person, part.shown())) {
          write(sheet, t, card);
        }
        written += part.shown().size();
        String last = part.next(whistle -> whistle.state().about().number());
        if (last == null) {
          return;
        }
        if (written >= WHISTLES_MAX) {
          sheet.row(t.say("list.cutOff", last));
          return;
        }
        part = part(person, query.after(last));
      }
    }
  }

  private Cut<WhistleViews.Shown> part(Person person, WhistleQuery query) {
    return Cut.of(
        lists.list(access.whistleCallers(person), query.filter(), Cut.wanted(AT_ONCE)), AT_ONCE);
  }

  private static void head(Sheet sheet, Texts t) throws IOException {
    sheet.row(
        t.say("whistles.number"),
        t.say("whistle.kind"),
        t.say("cases.state"),
        t.say("whistle.street"),
        t.say("blow.reason"),
        t.say("whistle.place"),
        t.say("whistle.blownAt"),
        t.say("whistle.endedAt"),
        t.say("cases.number"),
        t.say("whistle.unit"),
        t.say("whistles.howFar"),
        t.say("whistles.late"));
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
        t.exact(card.blownAt()),
        card.endedAt() == null ? "" : t.exact(card.endedAt()),
        card.caseNumber(),
        unit == null ? "" : unit.name(),
        unit == null ? "" : t.say("whistles.called." + unit.state(), t.exact(unit.at())),
        unit != null && unit.late() ? t.say("whistles.late.yes") : "");
  }
}

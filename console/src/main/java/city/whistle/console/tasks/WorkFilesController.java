package city.whistle.console.tasks;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Languages;
import city.whistle.console.layout.Sheet;
import city.whistle.console.layout.Texts;
import city.whistle.console.tasks.TasksPage.Card;
import city.whistle.console.tasks.WorkPages.WorkPage;
import city.whistle.workers.calendar.CityTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of tasks as a file, with the list's own filter. It says where it was cut off. */
@Controller
class WorkFilesController {

  /** Each page of them is several questions to the engine. */
  private static final int PAGES_MAX = 40;

  private final WorkPages pages;
  private final WorkCards cards;
  private final CityTime time;

  WorkFilesController(WorkPages pages, WorkCards cards, CityTime time) {
    this.pages = pages;
    this.cards = cards;
    this.time = time;
  }

  @GetMapping({"/tasks.csv", "/tasks.xlsx"})
  @Allowed(Right.TASKS)
  void file(
      @RequestParam(required = false) String mine,
      @RequestParam(required = false) String kind,
      @RequestParam(required = false) String category,
      @RequestParam(required = false) String street,
      Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    WorkFilter filter = WorkFilter.of(mine, kind, category, street, null);
    Texts t = Languages.texts(person, request, time.now());
    WorkPage page = pages.page(person, filter);
    try (Sheet sheet = Sheet.download(request, response, "tasks-" + time.today())) {
      head(sheet, t);
      for (int written = 1; ; written++) {
        for (Card card : cards.cards(page, person)) {
          write(sheet, t, card);
        }
        if (page.beyond() == null) {
          return;
        }
        if (written == PAGES_MAX) {
          sheet.row(t.say("list.cutOff.here"));
          return;
        }
        page = pages.page(person, filter.after(page.last()));
      }
    }
  }

  private static void head(Sheet sheet, Texts t) throws IOException {
    sheet.row(
        t.say("process.step"),
        t.say("cases.about"),
        t.say("cases.number"),
        t.say("case.place"),
        t.say("case.now.until"),
        t.say("tasks.late"),
        t.say("tasks.whose"));
  }

  private static void write(Sheet sheet, Texts t, Card card) throws IOException {
    sheet.row(
        t.step(card.kind(), card.name()),
        card.title(),
        card.number(),
        card.place(),
        card.due() == null ? "" : t.exact(card.due()),
        t.isPast(card.due()) ? t.say("whistles.late.yes") : "",
        card.mine() ? t.say("tasks.mine") : card.takenBy());
  }
}

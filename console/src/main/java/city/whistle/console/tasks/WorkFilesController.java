package city.whistle.console.tasks;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.ListFile;
import city.whistle.console.layout.ListPart;
import city.whistle.console.layout.Sheet;
import city.whistle.console.layout.Texts;
import city.whistle.console.tasks.TasksPage.Card;
import city.whistle.console.tasks.WorkPages.WorkPage;
import city.whistle.workers.calendar.CityTime;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of tasks as a file, with the list's own filter. It says where it was cut off. */
@Controller
class WorkFilesController {

  /** Each page of them is several questions to the engine. */
  private static final int PARTS_MAX = 40;

  private static final List<String> HEAD =
      List.of(
          "process.step",
          "cases.about",
          "cases.number",
          "case.place",
          "case.now.until",
          "tasks.late",
          "tasks.whose");

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
  Answer file(
      @RequestParam(required = false) String mine,
      @RequestParam(required = false) String kind,
      @RequestParam(required = false) String category,
      @RequestParam(required = false) String street,
      Person person) {
    WorkFilter filter = WorkFilter.of(mine, kind, category, street, null);
    return ListFile.of(
        "tasks-" + time.today(), HEAD, part(person, filter), PARTS_MAX, WorkFilesController::write);
  }

  private ListPart<Card> part(Person person, WorkFilter filter) {
    WorkPage page = pages.page(person, filter);
    return new ListPart<>(
        cards.cards(page, person),
        page.beyond() == null ? null : () -> part(person, filter.after(page.last())));
  }

  private static void write(Sheet sheet, Texts t, Card card) throws IOException {
    sheet.row(
        t.step(card.kind(), card.name()),
        card.title(),
        card.number(),
        card.place(),
        Sheet.time(card.due()),
        t.isPast(card.due()) ? t.say("whistles.late.yes") : "",
        card.mine() ? t.say("tasks.mine") : card.takenBy());
  }
}

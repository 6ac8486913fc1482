package city.whistle.console.tasks;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Menu;
import city.whistle.console.tasks.WorkPages.WorkPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of tasks. */
@Controller
class TasksController {

  private final WorkPages pages;
  private final WorkList list;
  private final WorkCards cards;
  private final WorkChoices choices;
  private final TakeOvers takeOvers;
  private final Access access;

  TasksController(
      WorkPages pages,
      WorkList list,
      WorkCards cards,
      WorkChoices choices,
      TakeOvers takeOvers,
      Access access) {
    this.pages = pages;
    this.list = list;
    this.cards = cards;
    this.choices = choices;
    this.takeOvers = takeOvers;
    this.access = access;
  }

  @GetMapping("/tasks")
  @Allowed(Right.TASKS)
  @Menu(10)
  Answer list(
      @RequestParam(required = false) String mine,
      @RequestParam(required = false) String kind,
      @RequestParam(required = false) String category,
      @RequestParam(required = false) String street,
      @RequestParam(required = false) String after,
      Person person) {
    WorkFilter filter = WorkFilter.of(mine, kind, category, street, after);
    WorkPage page = pages.page(person, filter);
    WorkPage all = filter.isNarrow() ? pages.page(person, WorkFilter.ALL) : page;
    return new TasksPage(
        filter.path(),
        cards.sections(page, filter, person),
        choices.chips(filter, all.works()),
        filter.mine(),
        filter.kind(),
        choices.categories(filter, all.works()),
        choices.streets(filter, all.works()),
        count(person, filter, page),
        filter.isNarrow(),
        page.beyond() == null ? null : filter.after(page.last()).path(),
        takeOvers.from(person),
        Downloads.of(filter.path(null)),
        access.may(person, Right.FIGURES));
  }

  /** Pages that begin further on don't say how many there are in all. */
  private Long count(Person person, WorkFilter filter, WorkPage page) {
    return page.count() != null || filter.isFirst() || filter.isOfSubject()
        ? page.count()
        : list.count(person, filter);
  }
}

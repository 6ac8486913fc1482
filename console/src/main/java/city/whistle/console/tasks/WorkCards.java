package city.whistle.console.tasks;

import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.tasks.TasksPage.Card;
import city.whistle.console.tasks.TasksPage.Section;
import city.whistle.console.tasks.WorkPages.Work;
import city.whistle.console.tasks.WorkPages.WorkPage;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tasks as the list shows them, by how near their limits are. */
@Component
class WorkCards {

  private final Accounts accounts;
  private final Units units;
  private final CityTime time;

  WorkCards(Accounts accounts, Units units, CityTime time) {
    this.accounts = accounts;
    this.units = units;
    this.time = time;
  }

  List<Section> sections(WorkPage page, WorkFilter filter, Person person) {
    Map<String, List<Card>> byName = new LinkedHashMap<>();
    OffsetDateTime now = time.now();
    for (Work work : page.works()) {
      byName
          .computeIfAbsent(section(work.task(), now), name -> new ArrayList<>())
          .add(card(work.task(), work.subject(), person));
    }
    String cutAtTop =
        filter.after() == null || page.works().isEmpty()
            ? ""
            : section(page.works().get(0).task(), now);
    String cutAtEnd = page.beyond() == null ? "" : section(page.beyond(), now);
    return byName.entrySet().stream()
        .map(
            one ->
                new Section(
                    one.getKey(),
                    one.getValue(),
                    !one.getKey().equals(cutAtTop) && !one.getKey().equals(cutAtEnd)))
        .toList();
  }

  /** The page's tasks as they come, latest limit first. */
  List<Card> cards(WorkPage page, Person person) {
    return page.works().stream().map(work -> card(work.task(), work.subject(), person)).toList();
  }

  private static String section(WorkTask task, OffsetDateTime now) {
    if (!task.isLimited()) {
      return "open";
    }
    if (task.due().isBefore(now)) {
      return "late";
    }
    return task.due().toLocalDate().equals(now.toLocalDate()) ? "today" : "later";
  }

  private Card card(WorkTask task, Subject subject, Person person) {
    boolean mine = task.isTakenBy(person.id());
    return new Card(
        "/tasks/" + task.key(),
        task.elementId(),
        task.name(),
        subject.title(),
        subject.number(),
        units.orFormer(subject.streetCode()).map(Unit::name).orElse(null),
        task.due(),
        task.created(),
        mine || task.assignee() == null ? null : accounts.nameOf(task.assignee()),
        mine);
  }
}

package city.whistle.console.tasks;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Menu;
import city.whistle.console.tasks.TasksPage.Card;
import city.whistle.console.tasks.TasksPage.Chip;
import city.whistle.console.tasks.TasksPage.Section;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of tasks. */
@Controller
class TasksController {

  private static final int PAGE = 50;

  private final WorkList list;
  private final EngineTasks engine;
  private final Accounts accounts;
  private final Units units;
  private final CityTime time;

  TasksController(
      WorkList list, EngineTasks engine, Accounts accounts, Units units, CityTime time) {
    this.list = list;
    this.engine = engine;
    this.accounts = accounts;
    this.units = units;
    this.time = time;
  }

  @GetMapping("/tasks")
  @Allowed(Right.TASKS)
  @Menu(10)
  Answer list(
      @RequestParam(required = false) String mine,
      @RequestParam(required = false) String kind,
      @RequestParam(required = false) String after,
      Person person) {
    WorkFilter filter = WorkFilter.of(mine, kind, after);
    List<WorkTask> found = list.page(person, filter, PAGE);
    List<WorkTask> shown = found.subList(0, Math.min(PAGE, found.size()));
    WorkTask beyond = found.size() > PAGE ? found.get(PAGE) : null;
    boolean narrowed = filter.mine() || filter.kind() != null;
    return new TasksPage(
        filter.path(),
        sections(shown, beyond, filter, person),
        chips(filter, narrowed ? list.page(person, WorkFilter.ALL, PAGE) : shown),
        narrowed ? null : list.count(person),
        beyond == null ? null : filter.after(shown.get(PAGE - 1)).path());
  }

  private List<Section> sections(
      List<WorkTask> shown, WorkTask beyond, WorkFilter filter, Person person) {
    Map<Long, Map<String, JsonNode>> about =
        engine.variables(
            shown.stream().map(WorkTask::processInstanceKey).distinct().toList(),
            Subject.VARIABLES);
    Map<String, List<Card>> byName = new LinkedHashMap<>();
    OffsetDateTime now = time.now();
    for (WorkTask task : shown) {
      Subject subject = Subject.of(about.getOrDefault(task.processInstanceKey(), Map.of()));
      byName
          .computeIfAbsent(section(task, now), name -> new ArrayList<>())
          .add(card(task, subject, person));
    }
    String cutAtTop = filter.after() == null || shown.isEmpty() ? "" : section(shown.get(0), now);
    String cutAtEnd = beyond == null ? "" : section(beyond, now);
    return byName.entrySet().stream()
        .map(
            one ->
                new Section(
                    one.getKey(),
                    one.getValue(),
                    !one.getKey().equals(cutAtTop) && !one.getKey().equals(cutAtEnd)))
        .toList();
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
        units.find(subject.streetCode()).map(Unit::name).orElse(null),
        task.due(),
        mine || task.assignee() == null ? null : accounts.nameOf(task.assignee()),
        mine);
  }

  private static List<Chip> chips(WorkFilter filter, List<WorkTask> tasks) {
    List<Chip> chips = new ArrayList<>();
    chips.add(new Chip(filter.withMine(false).path(), null, "all", !filter.mine()));
    chips.add(new Chip(filter.withMine(true).path(), null, "mine", filter.mine()));
    Map<String, String> kinds = new LinkedHashMap<>();
    tasks.forEach(task -> kinds.putIfAbsent(task.elementId(), task.name()));
    if (filter.kind() != null) {
      kinds.putIfAbsent(filter.kind(), filter.kind());
    }
    kinds.forEach(
        (kind, name) -> {
          boolean chosen = kind.equals(filter.kind());
          chips.add(new Chip(filter.withKind(chosen ? null : kind).path(), kind, name, chosen));
        });
    return chips;
  }
}

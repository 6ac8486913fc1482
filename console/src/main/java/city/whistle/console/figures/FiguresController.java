package city.whistle.console.figures;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.figures.FiguresPage.Category;
import city.whistle.console.figures.FiguresPage.Number;
import city.whistle.console.figures.FiguresPage.Todo;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Cut;
import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Menu;
import city.whistle.console.tasks.EngineTasks;
import city.whistle.console.tasks.Subject;
import city.whistle.console.tasks.WorkTask;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.UnitFigures;
import city.whistle.workers.casefile.UnitFigures.Which;
import city.whistle.workers.unit.Unit;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one's own unit, with those below it, has to do. */
@Controller
class FiguresController {

  private static final int PAGE = 50;
  private static final String NOBODY = "";

  /** Of one person's tasks, the most urgent. */
  private static final int TASKS_MAX = 50;

  /** The engine bounds what one filter may list. */
  private static final int ABOUT_MAX = 1000;

  private final UnitFigures figures;
  private final FigureLists lists;
  private final Load load;
  private final EngineTasks tasks;
  private final Accounts accounts;
  private final Access access;
  private final CityTime time;

  FiguresController(
      UnitFigures figures,
      FigureLists lists,
      Load load,
      EngineTasks tasks,
      Accounts accounts,
      Access access,
      CityTime time) {
    this.figures = figures;
    this.lists = lists;
    this.load = load;
    this.tasks = tasks;
    this.accounts = accounts;
    this.access = access;
    this.time = time;
  }

  /**
   * @param unit code of one of the person's units; the first where there is none
   */
  @GetMapping("/figures")
  @Allowed(Right.FIGURES)
  @Menu(30)
  Answer show(@RequestParam(defaultValue = "") String unit, Person person) {
    List<Unit> own = lists.units(person);
    Unit shown = FigureLists.choose(own, unit);
    List<String> codes = lists.codes(shown);
    Load.Found found = load.of(shown.group());
    return new FiguresPage(
        own.size() < 2
            ? List.of()
            : own.stream().map(one -> new FiguresPage.Unit(one.code(), one.name())).toList(),
        shown.code(),
        shown.name(),
        Arrays.stream(Which.values())
            .map(which -> number(shown, which, figures.count(codes, which)))
            .toList(),
        figures.byCategory(codes).stream().map(one -> category(shown, one)).toList(),
        loads(person, found.tasks()),
        found.whole(),
        access.may(person, Right.RANKING) ? "/ranking/units/" + shown.code() : null,
        "/figures?unit=" + shown.code(),
        Downloads.of("/figures?unit=" + shown.code()));
  }

  @GetMapping("/figures/cases")
  @Allowed(Right.FIGURES)
  Answer cases(
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "open") String which,
      @RequestParam(required = false) String category,
      @RequestParam(defaultValue = "0") int skip,
      Person person) {
    Unit shown = FigureLists.choose(lists.units(person), unit);
    Which wanted = FigureLists.which(which);
    int from = Math.max(0, skip);
    Cut<CaseFile> found = lists.cases(shown, wanted, category, from, PAGE);
    return new FigureCasesPage(
        which,
        "/figures?unit=" + shown.code(),
        shown.name(),
        category == null || found.shown().isEmpty()
            ? null
            : found.shown().get(0).about().categoryName(),
        lists.rows(person, found.shown()),
        found.next(last -> FigureLists.path(shown, wanted, category, from + PAGE)),
        Downloads.of(FigureLists.path(shown, wanted, category, 0)));
  }

  private static Number number(Unit unit, Which which, int count) {
    return new Number(FigureLists.name(which), count, FigureLists.path(unit, which, null, 0));
  }

  private static Category category(Unit unit, UnitFigures.OfCategory one) {
    return new Category(
        one.name(),
        one.open(),
        FigureLists.path(unit, Which.OPEN, one.code(), 0),
        one.late(),
        FigureLists.path(unit, Which.LATE, one.code(), 0));
  }

  private List<FiguresPage.Load> loads(Person person, List<WorkTask> found) {
    Map<String, List<WorkTask>> byPerson =
        found.stream()
            .collect(
                Collectors.groupingBy(task -> task.assignee() == null ? NOBODY : task.assignee()));
    Map<Long, Map<String, JsonNode>> about =
        tasks.variables(
            byPerson.values().stream()
                .flatMap(his -> his.stream().limit(TASKS_MAX))
                .map(WorkTask::processInstanceKey)
                .distinct()
                .limit(ABOUT_MAX)
                .toList(),
            Subject.VARIABLES);
    Set<String> groups = access.groups(person);
    return byPerson.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, List<WorkTask>> one) -> !one.getKey().isEmpty())
                .thenComparing(one -> -one.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .map(
            one ->
                load(
                    one.getKey(),
                    one.getValue(),
                    task ->
                        todo(
                            person,
                            task.isFor(person.id(), groups),
                            task,
                            Subject.of(about.getOrDefault(task.processInstanceKey(), Map.of())))))
        .toList();
  }

  private FiguresPage.Load load(String id, List<WorkTask> his, Function<WorkTask, Todo> todo) {
    OffsetDateTime now = time.now();
    long late = his.stream().filter(task -> task.due() != null && task.due().isBefore(now)).count();
    return new FiguresPage.Load(
        id.isEmpty() ? null : accounts.nameOf(id),
        his.size(),
        (int) late,
        his.stream().limit(TASKS_MAX).map(todo).toList());
  }

  private Todo todo(Person person, boolean his, WorkTask task, Subject subject) {
    boolean handsOn =
        access.may(person, Right.REASSIGN) && subject.isCase() && subject.number() != null;
    return new Todo(
        task.elementId(),
        task.name(),
        his ? "/tasks/" + task.key() : null,
        subject.number(),
        task.due(),
        task.created(),
        handsOn ? "/supervision/cases/%s/tasks/%d".formatted(subject.number(), task.key()) : null);
  }
}

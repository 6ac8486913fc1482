package city.whistle.console.figures;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.console.figures.FiguresPage.Category;
import city.whistle.console.figures.FiguresPage.Number;
import city.whistle.console.figures.FiguresPage.Todo;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Menu;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.tasks.EngineTasks;
import city.whistle.console.tasks.Subject;
import city.whistle.console.tasks.WorkTask;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.UnitFigures;
import city.whistle.workers.casefile.UnitFigures.Which;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What one's own unit, with those below it, has to do. */
@Controller
class FiguresController {

  private static final int PAGE = 50;
  private static final String NOBODY = "";

  private final UnitFigures figures;
  private final Load load;
  private final EngineTasks tasks;
  private final CaseFiles cases;
  private final Units units;
  private final Accounts accounts;
  private final Access access;
  private final CityTime time;

  FiguresController(
      UnitFigures figures,
      Load load,
      EngineTasks tasks,
      CaseFiles cases,
      Units units,
      Accounts accounts,
      Access access,
      CityTime time) {
    this.figures = figures;
    this.load = load;
    this.tasks = tasks;
    this.cases = cases;
    this.units = units;
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
    List<Unit> own = own(person);
    Unit shown = choose(own, unit);
    List<String> codes = codes(shown);
    Load.Found found = load.of(shown.group());
    return new FiguresPage(
        own.size() < 2
            ? List.of()
            : own.stream().map(one -> new FiguresPage.Unit(one.code(), one.name())).toList(),
        shown.code(),
        shown.name(),
        Arrays.stream(Which.values())
            .map(which -> number(shown, which, figures.count(codes, which, null)))
            .toList(),
        figures.byCategory(codes).stream().map(one -> category(shown, one)).toList(),
        loads(person, found.tasks()),
        found.whole());
  }

  @GetMapping("/figures/cases")
  @Allowed(Right.FIGURES)
  Answer cases(
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "open") String which,
      @RequestParam(required = false) String category,
      @RequestParam(defaultValue = "0") int skip,
      Person person) {
    Unit shown = choose(own(person), unit);
    Which wanted =
        Arrays.stream(Which.values())
            .filter(one -> name(one).equals(which))
            .findFirst()
            .orElseThrow(NoSuchPage::new);
    int from = Math.max(0, skip);
    List<UUID> found = figures.list(codes(shown), wanted, category, from, PAGE + 1);
    List<CaseFile> files = found.stream().limit(PAGE).map(cases::get).toList();
    return new FigureCasesPage(
        which,
        "/figures?unit=" + shown.code(),
        shown.name(),
        category == null || files.isEmpty() ? null : files.get(0).about().categoryName(),
        files.stream().map(file -> row(person, file)).toList(),
        found.size() > PAGE ? path(shown, wanted, category, from + PAGE) : null);
  }

  /** Its own first. */
  private List<String> codes(Unit unit) {
    return Stream.concat(Stream.of(unit.code()), units.withBelow(unit.code()).stream())
        .distinct()
        .toList();
  }

  private FigureCasesPage.Row row(Person person, CaseFile file) {
    boolean seen = access.seen(person, file.number()).isPresent();
    return new FigureCasesPage.Row(
        file.number(),
        seen ? file.about().title() : "",
        file.owner().name(),
        file.status().wireName(),
        seen ? "/cases/" + file.number() : null,
        file.status().isFinal() ? null : file.limits().settleBy());
  }

  /** Who has no unit and may see figures sees those of all districts. */
  private List<Unit> own(Person person) {
    List<Unit> own =
        person.units(Role.HANDLER, Role.LEAD, Role.SUPERVISOR).stream()
            .sorted()
            .flatMap(code -> units.find(code).stream())
            .toList();
    return own.isEmpty() ? units.list(null, UnitKind.DISTRICT) : own;
  }

  private static Unit choose(List<Unit> own, String code) {
    return own.stream()
        .filter(unit -> code.isEmpty() || unit.code().equals(code))
        .findFirst()
        .orElseThrow(NoSuchPage::new);
  }

  private static String name(Which which) {
    return which.name().toLowerCase(Locale.ROOT);
  }

  private static Number number(Unit unit, Which which, int count) {
    return new Number(name(which), count, path(unit, which, null, 0));
  }

  private static Category category(Unit unit, UnitFigures.OfCategory one) {
    return new Category(
        one.name(),
        one.open(),
        path(unit, Which.OPEN, one.code(), 0),
        one.late(),
        path(unit, Which.LATE, one.code(), 0));
  }

  private static String path(Unit unit, Which which, String category, int skip) {
    UriComponentsBuilder path =
        UriComponentsBuilder.fromPath("/figures/cases")
            .queryParam("unit", unit.code())
            .queryParam("which", name(which));
    if (category != null) {
      path.queryParam("category", category);
    }
    if (skip > 0) {
      path.queryParam("skip", skip);
    }
    return path.encode().build().toUriString();
  }

  private List<FiguresPage.Load> loads(Person person, List<WorkTask> found) {
    Map<Long, Map<String, JsonNode>> about =
        tasks.variables(
            found.stream().map(WorkTask::processInstanceKey).distinct().toList(),
            Subject.VARIABLES);
    return found.stream()
        .collect(
            Collectors.groupingBy(
                task -> task.assignee() == null ? NOBODY : task.assignee(), Collectors.toList()))
        .entrySet()
        .stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, List<WorkTask>> one) -> !one.getKey().isEmpty())
                .thenComparing(one -> -one.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .map(one -> load(person, one.getKey(), one.getValue(), about))
        .toList();
  }

  private FiguresPage.Load load(
      Person person, String id, List<WorkTask> his, Map<Long, Map<String, JsonNode>> about) {
    long late =
        his.stream().filter(task -> task.due() != null && task.due().isBefore(time.now())).count();
    return new FiguresPage.Load(
        id.isEmpty() ? null : accounts.nameOf(id),
        (int) late,
        his.stream()
            .map(
                task ->
                    todo(
                        person,
                        task,
                        Subject.of(about.getOrDefault(task.processInstanceKey(), Map.of()))))
            .toList());
  }

  private Todo todo(Person person, WorkTask task, Subject subject) {
    boolean handsOn =
        access.may(person, Right.REASSIGN) && subject.isCase() && subject.number() != null;
    boolean his = task.isFor(person.id(), access.groups(person));
    return new Todo(
        task.elementId(),
        task.name(),
        his ? "/tasks/" + task.key() : null,
        subject.number(),
        task.due(),
        handsOn ? "/supervision/cases/%s/tasks/%d".formatted(subject.number(), task.key()) : null);
  }
}

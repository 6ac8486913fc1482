package city.whistle.console.organisation;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.audit.ActionLog;
import city.whistle.console.audit.ActionLog.Deed;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Menu;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Redirect;
import city.whistle.console.organisation.FilePage.Change;
import city.whistle.console.organisation.FilePage.Counts;
import city.whistle.console.organisation.FilePage.Wrong;
import city.whistle.workers.request.BodyPlaces;
import city.whistle.workers.sheet.SheetDesk;
import city.whistle.workers.sheet.SheetKind;
import city.whistle.workers.sheet.SheetResult;
import city.whistle.workers.sheet.SheetRun;
import city.whistle.workers.sheet.Sheets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Fetches and brings organisation, rota and catalogue as files. */
@Controller
class OrganisationController {

  private static final int SHOWN = 20;

  private final Sheets sheets;
  private final SheetDesk desk;
  private final BodyPlaces bodies;
  private final ActionLog log;

  OrganisationController(Sheets sheets, SheetDesk desk, BodyPlaces bodies, ActionLog log) {
    this.sheets = sheets;
    this.desk = desk;
    this.bodies = bodies;
    this.log = log;
  }

  @GetMapping("/organisation")
  @Allowed(Right.ORGANISATION)
  @Menu(92)
  Answer list() {
    return page(Problems.none());
  }

  /** The list as a file, which brought back as it is changes nothing. */
  @GetMapping("/organisation/{kind}.csv")
  @Allowed(Right.ORGANISATION)
  void export(@PathVariable String kind, HttpServletResponse response) throws IOException {
    SheetKind sheet = SheetKind.of(kind).orElseThrow(NoSuchPage::new);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + sheet.wireName() + ".csv\"");
    sheets.export(sheet, response.getOutputStream());
  }

  /** Has a file looked at; nothing is imported yet. */
  @PostMapping("/organisation/files")
  @Allowed(Right.ORGANISATION)
  Answer bring(HttpServletRequest request, Person person) {
    SheetPart part;
    try {
      part = part(request);
    } catch (BodyPlaces.TooMany e) {
      return page(Problems.none().add("file", "organisation.wrong.many"));
    }
    return bring(part, person);
  }

  /** Within the places that all large bodies share. */
  private SheetPart part(HttpServletRequest request) {
    bodies.begin();
    try {
      return SheetPart.of(request);
    } finally {
      bodies.end();
    }
  }

  private Answer bring(SheetPart part, Person person) {
    Optional<SheetKind> kind = SheetKind.of(part.kind());
    if (kind.isEmpty()) {
      return page(Problems.none().add("kind", "organisation.wrong.kind"));
    }
    if (part.brought().isEmpty()) {
      return page(Problems.none().add("file", "organisation.wrong.file"));
    }
    try {
      return Redirect.to(path(desk.bring(kind.get(), part.file(), person.id(), false)));
    } catch (SheetDesk.TooMany e) {
      return page(Problems.none().add("file", "organisation.wrong.many"));
    }
  }

  @GetMapping("/organisation/files/{id}")
  @Allowed(Right.ORGANISATION)
  Answer show(@PathVariable String id) {
    return file(run(id));
  }

  /** Has the file imported that was looked at; a second time it changes nothing. */
  @PostMapping("/organisation/files/{id}/apply")
  @Allowed(Right.ORGANISATION)
  Answer apply(@PathVariable String id, Person person) {
    SheetRun run = run(id);
    if (!desk.apply(run.id())) {
      return Redirect.to(path(run.id())).saying("organisation.notChecked");
    }
    log.done(
        person.id(), new Deed("sheet.apply", null, null, run.kind().wireName()), previewed(run));
    return Redirect.to(path(run.id()));
  }

  /** What the list was to gain when it was imported: rows, new ones, changed ones, others. */
  private static String previewed(SheetRun run) {
    SheetResult result = run.result();
    return "%d, +%d, ~%d, =%d"
        .formatted(result.rows(), result.added(), result.changed(), result.same());
  }

  private Answer page(Problems problems) {
    return new OrganisationPage(
        Arrays.stream(SheetKind.values()).map(SheetKind::wireName).toList(),
        desk.newest(SHOWN).stream()
            .map(
                run ->
                    new OrganisationPage.Brought(
                        path(run.id()),
                        run.kind().wireName(),
                        run.who(),
                        run.state(),
                        run.broughtAt()))
            .toList(),
        problems);
  }

  private static FilePage file(SheetRun run) {
    SheetResult result = run.result();
    return new FilePage(
        path(run.id()),
        run.kind().wireName(),
        run.state(),
        run.isWaiting() ? run.done() : 0,
        run.isWaiting() ? run.total() : 0,
        result == null || run.isWaiting() ? null : counts(result),
        result == null ? List.of() : mistakes(result),
        result == null ? List.of() : changes(result));
  }

  private static Counts counts(SheetResult result) {
    return new Counts(
        result.rows(), result.added(), result.changed(), result.same(), result.wrong());
  }

  private static List<Wrong> mistakes(SheetResult result) {
    return result.mistakes().stream()
        .map(
            m ->
                new Wrong(
                    m.line(),
                    m.column(),
                    m.kind().name(),
                    m.detail(),
                    m.kind().isExplained() ? m.detail() : null))
        .toList();
  }

  private static List<Change> changes(SheetResult result) {
    return result.changes().stream()
        .map(
            change ->
                new Change(
                    change.line(),
                    String.join(" · ", change.key().values()),
                    told(change.was(), true),
                    told(change.becomes(), !change.isNew())))
        .toList();
  }

  /**
   * @param empty whether it matters that a cell is empty
   */
  private static String told(Map<String, String> cells, boolean empty) {
    return cells.entrySet().stream()
        .filter(cell -> empty || !cell.getValue().isEmpty())
        .map(cell -> cell.getKey() + " = " + cell.getValue())
        .collect(Collectors.joining(", "));
  }

  private SheetRun run(String id) {
    try {
      return desk.find(UUID.fromString(id)).orElseThrow(NoSuchPage::new);
    } catch (IllegalArgumentException e) {
      throw new NoSuchPage();
    }
  }

  private static String path(UUID id) {
    return "/organisation/files/" + id;
  }
}

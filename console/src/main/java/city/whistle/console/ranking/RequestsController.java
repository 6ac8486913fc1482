package city.whistle.console.ranking;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Cut;
import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Languages;
import city.whistle.console.layout.Menu;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Sheet;
import city.whistle.console.layout.Texts;
import city.whistle.workers.assessment.policy.Policies;
import city.whistle.workers.assessment.request.AskedFor.Kind;
import city.whistle.workers.assessment.request.AskedFor.State;
import city.whistle.workers.assessment.result.AssessmentRuns;
import city.whistle.workers.assessment.result.AssessmentRuns.Run;
import city.whistle.workers.calendar.CityTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What units asked of a month's figures, and what was decided. */
@Controller
class RequestsController {

  private static final int PAGE = 50;
  private static final int AT_ONCE = 500;
  private static final int ROWS_MAX = 10_000;
  private static final int MONTHS_MAX = 36;

  private final RequestLists lists;
  private final AssessmentRuns runs;
  private final Policies policies;
  private final Access access;
  private final CityTime time;

  RequestsController(
      RequestLists lists, AssessmentRuns runs, Policies policies, Access access, CityTime time) {
    this.lists = lists;
    this.runs = runs;
    this.policies = policies;
    this.access = access;
    this.time = time;
  }

  @GetMapping("/exclusions")
  @Allowed(Right.REQUESTS)
  @Menu(34)
  Answer exclusions(
      @RequestParam(defaultValue = "") String month,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "0") int skip,
      Person person) {
    return page(person, Kind.EXCLUSION, month, state, skip);
  }

  @GetMapping("/appeals")
  @Allowed(Right.REQUESTS)
  @Menu(36)
  Answer appeals(
      @RequestParam(defaultValue = "") String month,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "0") int skip,
      Person person) {
    return page(person, Kind.APPEAL, month, state, skip);
  }

  @GetMapping({"/exclusions.csv", "/exclusions.xlsx"})
  @Allowed(Right.REQUESTS)
  void exclusionsFile(
      @RequestParam(defaultValue = "") String month,
      @RequestParam(defaultValue = "") String state,
      Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    file(person, Kind.EXCLUSION, month, state, request, response);
  }

  @GetMapping({"/appeals.csv", "/appeals.xlsx"})
  @Allowed(Right.REQUESTS)
  void appealsFile(
      @RequestParam(defaultValue = "") String month,
      @RequestParam(defaultValue = "") String state,
      Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    file(person, Kind.APPEAL, month, state, request, response);
  }

  private RequestsPage page(Person person, Kind kind, String text, String state, int skip) {
    YearMonth month = month(kind, text);
    int from = Math.max(0, skip);
    Cut<RequestsPage.Row> cut = lists.rows(person, kind, month, state(state), from, PAGE);
    Optional<Run> run = runs.of(month);
    OffsetDateTime until = kind == Kind.APPEAL ? run.map(Run::appealUntil).orElse(null) : null;
    String path = path(kind, month, state);
    return new RequestsPage(
        RequestForm.name(kind),
        month.toString(),
        months(month),
        state,
        until,
        run.map(Run::finalAt).isPresent() || until != null && !time.now().isBefore(until),
        cut.shown(),
        lists.tallies(kind, month),
        access.may(person, Right.ASK),
        cut.next(last -> path + "&skip=" + (from + PAGE)),
        Downloads.of(path));
  }

  private static String path(Kind kind, YearMonth month, String state) {
    return "/%s?month=%s&state=%s".formatted(RequestForm.name(kind), month, state);
  }

  /** The one that is asked for; else that of which somebody may ask now. */
  private YearMonth month(Kind kind, String text) {
    if (!text.isEmpty()) {
      return Figures.month(text);
    }
    YearMonth now = policies.sets().monthOf(time.now());
    return kind == Kind.EXCLUSION
        ? now
        : runs.newest(1).stream().map(Run::month).findFirst().orElse(now);
  }

  private List<String> months(YearMonth shown) {
    TreeSet<YearMonth> months = new TreeSet<>(List.of(shown, policies.sets().monthOf(time.now())));
    runs.newest(MONTHS_MAX).forEach(run -> months.add(run.month()));
    return months.descendingSet().stream().map(YearMonth::toString).toList();
  }

  /**
   * @throws NoSuchPage where there is no such state
   */
  private static State state(String name) {
    return name.isEmpty()
        ? null
        : Arrays.stream(State.values())
            .filter(one -> one.wireName().equals(name))
            .findFirst()
            .orElseThrow(NoSuchPage::new);
  }

  private void file(
      Person person,
      Kind kind,
      String text,
      String name,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    YearMonth month = month(kind, text);
    State state = state(name);
    Texts t = Languages.texts(person, request, time.now());
    Cut<RequestsPage.Row> part = lists.rows(person, kind, month, state, 0, AT_ONCE);
    try (Sheet sheet = Sheet.download(request, response, RequestForm.name(kind) + "-" + month)) {
      RequestSheet.head(sheet, t);
      for (int written = AT_ONCE; ; written += AT_ONCE) {
        for (RequestsPage.Row row : part.shown()) {
          RequestSheet.write(sheet, t, row);
        }
        if (!part.more()) {
          return;
        }
        if (written >= ROWS_MAX) {
          sheet.row(t.say("list.cutOff.here"));
          return;
        }
        part = lists.rows(person, kind, month, state, written, AT_ONCE);
      }
    }
  }
}

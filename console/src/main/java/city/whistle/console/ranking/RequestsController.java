package city.whistle.console.ranking;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Cut;
import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.ListFile;
import city.whistle.console.layout.ListPart;
import city.whistle.console.layout.Menu;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.workers.assessment.policy.Policies;
import city.whistle.workers.assessment.request.AskedFor.Kind;
import city.whistle.workers.assessment.request.AskedFor.State;
import city.whistle.workers.assessment.result.AssessmentRuns;
import city.whistle.workers.assessment.result.AssessmentRuns.Run;
import city.whistle.workers.calendar.CityTime;
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
  private static final int PARTS_MAX = 20;
  private static final int MONTHS_MAX = 36;

  /**
   * Which of them are asked for.
   *
   * @param month as yyyy-MM; empty for the one that is usual
   * @param state its name; empty for all
   */
  record Asked(String month, String state) {

    Asked {
      month = month == null ? "" : month;
      state = state == null ? "" : state;
    }
  }

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
  @Menu(value = 34, under = "/ranking")
  Answer exclusions(Asked asked, @RequestParam(defaultValue = "0") int skip, Person person) {
    return page(person, Kind.EXCLUSION, asked, skip);
  }

  @GetMapping("/appeals")
  @Allowed(Right.REQUESTS)
  @Menu(value = 36, under = "/ranking")
  Answer appeals(Asked asked, @RequestParam(defaultValue = "0") int skip, Person person) {
    return page(person, Kind.APPEAL, asked, skip);
  }

  @GetMapping({"/exclusions.csv", "/exclusions.xlsx"})
  @Allowed(Right.REQUESTS)
  Answer exclusionsFile(Asked asked, Person person) {
    return file(person, Kind.EXCLUSION, asked);
  }

  @GetMapping({"/appeals.csv", "/appeals.xlsx"})
  @Allowed(Right.REQUESTS)
  Answer appealsFile(Asked asked, Person person) {
    return file(person, Kind.APPEAL, asked);
  }

  private RequestsPage page(Person person, Kind kind, Asked asked, int skip) {
    String state = asked.state();
    YearMonth month = month(kind, asked.month());
    int from = Math.max(0, skip);
    Cut<RequestsPage.Row> cut = lists.rows(person, kind, month, state(state), from, PAGE);
    Optional<Run> run = runs.of(month);
    OffsetDateTime until = kind == Kind.APPEAL ? run.map(Run::appealUntil).orElse(null) : null;
    boolean isFinal = run.map(Run::finalAt).isPresent();
    String path = path(kind, month, state);
    return new RequestsPage(
        RequestForm.name(kind),
        month.toString(),
        months(month),
        state,
        until,
        kind == Kind.APPEAL && until == null && !isFinal,
        isFinal || until != null && !time.now().isBefore(until),
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

  private ListFile file(Person person, Kind kind, Asked asked) {
    YearMonth month = month(kind, asked.month());
    return ListFile.of(
        RequestForm.name(kind) + "-" + month,
        RequestSheet.HEAD,
        part(person, kind, month, state(asked.state()), 0),
        PARTS_MAX,
        RequestSheet::write);
  }

  private ListPart<RequestsPage.Row> part(
      Person person, Kind kind, YearMonth month, State state, int skip) {
    return ListPart.of(
        lists.rows(person, kind, month, state, skip, AT_ONCE),
        last -> part(person, kind, month, state, skip + AT_ONCE));
  }
}

package city.whistle.console.casepage;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.console.casepage.CasePage.Call;
import city.whistle.console.casepage.CasePage.Landed;
import city.whistle.console.casepage.CasePage.Todo;
import city.whistle.console.casepage.CasePage.WhistleBox;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.limits.WhyLimit;
import city.whistle.console.tasks.CaseTasks;
import city.whistle.console.tasks.Parties;
import city.whistle.workers.callback.CallbackState;
import city.whistle.workers.callback.Callbacks;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.MergedCases;
import city.whistle.workers.organisation.Landing;
import city.whistle.workers.organisation.Landings;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.timeline.TimelineEntry;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One case. */
@Controller
class CaseController {

  private static final int LINES = 100;
  private static final int FOLLOWERS = 100;

  /** Whoever handles a case neither sees nor steers its callbacks. */
  private static final Set<Role> SEES_CALLS = Set.of(Role.AGENT, Role.SUPERVISOR, Role.AUDITOR);

  private final Access access;
  private final Timeline timeline;
  private final CaseLines lines;
  private final WhyLimit whyLimit;
  private final CaseWhistles whistles;
  private final CaseTasks tasks;
  private final Callbacks callbacks;
  private final Units units;
  private final Parties parties;
  private final MergedCases merged;
  private final CaseFiles cases;
  private final Landings landings;
  private final LaneBoxes lanes;

  CaseController(
      Access access,
      Timeline timeline,
      CaseLines lines,
      WhyLimit whyLimit,
      CaseWhistles whistles,
      CaseTasks tasks,
      Callbacks callbacks,
      Units units,
      Parties parties,
      MergedCases merged,
      CaseFiles cases,
      Landings landings,
      LaneBoxes lanes) {
    this.lanes = lanes;
    this.landings = landings;
    this.access = access;
    this.timeline = timeline;
    this.lines = lines;
    this.whyLimit = whyLimit;
    this.whistles = whistles;
    this.tasks = tasks;
    this.callbacks = callbacks;
    this.units = units;
    this.parties = parties;
    this.merged = merged;
    this.cases = cases;
  }

  @GetMapping("/cases/{number}")
  @Allowed(Right.CASES)
  Answer show(
      @PathVariable String number,
      @RequestParam(defaultValue = "" + Integer.MAX_VALUE) int before,
      Person person) {
    CaseFile file = access.seen(person, number).orElseThrow(NoSuchPage::new);
    List<TimelineEntry> found = timeline.newest(file.id(), before, LINES + 1);
    List<TimelineEntry> shown = found.subList(0, Math.min(LINES, found.size()));
    List<WhistleBox> blown = whistles.of(file.id());
    boolean over = file.status().isFinal();
    return new CasePage(
        path(file, before),
        file.number(),
        file.about().title(),
        file.status().wireName(),
        !over && blown.stream().anyMatch(whistle -> whistle.state().equals("goesOn")),
        over,
        file.about().confidential(),
        file.owner() == null ? null : file.owner().name(),
        over
            ? null
            : landings
                .of(file.owner(), file.about().categoryCode())
                .map(CaseController::landed)
                .orElse(null),
        file.about().categoryName(),
        place(file),
        file.about().channel(),
        file.receivedAt(),
        file.round(),
        over ? null : file.limits().settleBy(),
        over ? List.of() : whyLimit.of(file.id()),
        todo(person, file),
        lines.of(shown),
        found.size() > LINES
            ? "/cases/%s?before=%d".formatted(number, shown.get(LINES - 1).seq())
            : null,
        blown,
        person.isOneOf(SEES_CALLS) ? calls(file) : null,
        lanes.of(person, file),
        merged.leaderOf(file.id()).map(this::number).orElse(null),
        merged.followersOf(file.id()).stream().limit(FOLLOWERS).map(this::number).toList(),
        access.may(person, Right.MERGE) && !over && !file.about().confidential(),
        access.may(person, Right.WHISTLES),
        access.may(person, Right.REVEAL));
  }

  private String number(UUID caseId) {
    return cases.get(caseId).number();
  }

  private static Landed landed(Landing landing) {
    return new Landed(
        landing.body().name(),
        landing.onDuty().stream()
            .map(duty -> (duty.person() + " " + (duty.phone() == null ? "" : duty.phone())).strip())
            .toList());
  }

  private static String path(CaseFile file, int before) {
    String path = "/cases/" + file.number();
    return before == Integer.MAX_VALUE ? path : path + "?before=" + before;
  }

  private String place(CaseFile file) {
    return units
        .find(file.about().streetCode())
        .or(() -> units.find(file.about().districtCode()))
        .map(Unit::name)
        .orElse(null);
  }

  private List<Todo> todo(Person person, CaseFile file) {
    if (file.status().isFinal() || file.processInstanceKey() == null) {
      return List.of();
    }
    return tasks
        .of(person, file.processInstanceKey())
        .map(open -> open.stream().map(this::todo).toList())
        .orElse(null);
  }

  private Todo todo(CaseTasks.OpenTask task) {
    return new Todo(
        task.path(),
        task.kind(),
        task.name(),
        parties.of(task.groups()),
        task.takenBy(),
        task.due(),
        task.began());
  }

  private List<Call> calls(CaseFile file) {
    return callbacks.of(file.id()).stream().map(CaseController::call).toList();
  }

  private static Call call(CallbackState callback) {
    boolean open = callback.recordedAt() == null;
    return new Call(
        callback.round(),
        callback.attempt(),
        callback.channel(),
        open ? callback.plannedAt() : callback.recordedAt(),
        open,
        callback.answer().answered(),
        callback.answer().settled(),
        callback.answer().satisfied());
  }
}

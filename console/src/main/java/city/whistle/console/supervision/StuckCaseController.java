package city.whistle.console.supervision;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.audit.Action;
import city.whistle.console.audit.ActionLog;
import city.whistle.console.audit.AuditFilter;
import city.whistle.console.layout.Answer;
import city.whistle.console.supervision.StuckCasePage.Done;
import city.whistle.console.supervision.StuckCasePage.Incident;
import city.whistle.console.supervision.StuckCasePage.Todo;
import city.whistle.console.tasks.WorkTask;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.stuck.StuckCase;
import city.whistle.workers.stuck.StuckCases;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Why one case stands still: what is true now, read anew. */
@Controller
class StuckCaseController {

  private static final int DONE_MAX = 20;

  private final StuckList list;
  private final StuckCases stuck;
  private final StuckRows rows;
  private final CaseInstances instances;
  private final Access access;
  private final Accounts accounts;
  private final ActionLog log;
  private final CityTime time;

  StuckCaseController(
      StuckList list,
      StuckCases stuck,
      StuckRows rows,
      CaseInstances instances,
      Access access,
      Accounts accounts,
      ActionLog log,
      CityTime time) {
    this.list = list;
    this.stuck = stuck;
    this.rows = rows;
    this.instances = instances;
    this.access = access;
    this.accounts = accounts;
    this.log = log;
    this.time = time;
  }

  @GetMapping("/supervision/cases/{number}")
  @Allowed(Right.SUPERVISION)
  Answer show(@PathVariable String number, Person person) {
    CaseFile file = list.require(person, number);
    boolean acts = access.may(person, Right.INTERVENE);
    Optional<StuckCase> found = stuck.of(file);
    return new StuckCasePage(
        number,
        file.about().title(),
        file.status().wireName(),
        file.owner() == null ? null : file.owner().name(),
        found.map(rows::causes).orElse(List.of()),
        acts ? found.map(StuckCaseController::acts).orElse(List.of()) : List.of(),
        instances.tasks(file).stream().map(task -> todo(file, task, acts)).toList(),
        instances.hindrances(file).stream()
            .map(one -> new Incident(one.element(), one.kind(), one.since()))
            .toList(),
        log.list(AuditFilter.ofCase(number), DONE_MAX).stream().map(this::done).toList(),
        file.processInstanceKey() == null ? null : KnownInstance.path(file.processInstanceKey()),
        time.now());
  }

  private static List<SupervisionPage.Act> acts(StuckCase found) {
    return StuckRows.actions(found).stream().filter(act -> !act.name().equals("reassign")).toList();
  }

  private Todo todo(CaseFile file, WorkTask task, boolean acts) {
    return new Todo(
        task.elementId(),
        task.name(),
        task.groups().stream().sorted().map(rows::party).toList(),
        task.assignee() == null ? null : accounts.nameOf(task.assignee()),
        task.due(),
        task.created(),
        acts ? ReassignController.path(file.number(), task.key()) : null);
  }

  private Done done(Action action) {
    return new Done(
        action.at(),
        accounts.nameOf(action.who()),
        action.what(),
        action.target(),
        action.reason(),
        action.done() ? null : action.answer());
  }
}

package city.whistle.console.supervision;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Redirect;
import city.whistle.console.supervision.ActionPage.Option;
import city.whistle.console.tasks.Refused;
import city.whistle.console.tasks.WorkTask;
import city.whistle.workers.casefile.CaseFile;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Gives a case's task to one of those whose it may be, or back to all of them. A lead does so with
 * the tasks of his unit.
 */
@Controller
class ReassignController {

  private static final int PEOPLE_MAX = 200;
  private static final String BACK_TO_GROUP = "-";

  private final StuckList list;
  private final CaseInstances instances;
  private final Interventions interventions;
  private final Access access;
  private final Accounts accounts;

  ReassignController(
      StuckList list,
      CaseInstances instances,
      Interventions interventions,
      Access access,
      Accounts accounts) {
    this.list = list;
    this.instances = instances;
    this.interventions = interventions;
    this.access = access;
    this.accounts = accounts;
  }

  static String path(String number, long key) {
    return "/supervision/cases/%s/tasks/%d".formatted(number, key);
  }

  @GetMapping("/supervision/cases/{number}/tasks/{key:\\d{1,18}}")
  @Allowed(Right.REASSIGN)
  Answer preview(@PathVariable String number, @PathVariable long key, Person person) {
    CaseFile file = list.require(person, number);
    return page(person, file, require(person, file, key), "", "", Problems.none(), null);
  }

  /**
   * @param to id of a person, or {@code -} for all of the task's groups
   */
  @PostMapping("/supervision/cases/{number}/tasks/{key:\\d{1,18}}")
  @Allowed(Right.REASSIGN)
  Answer reassign(
      @PathVariable String number,
      @PathVariable long key,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String reason,
      Person person) {
    CaseFile file = list.require(person, number);
    WorkTask task = require(person, file, key);
    Problems problems = ActionForm.check(reason);
    if (people(task).stream().noneMatch(one -> one.id().equals(to)) && !to.equals(BACK_TO_GROUP)) {
      problems.add("to", "intervene.to.missing");
    }
    if (!problems.isEmpty()) {
      return page(person, file, task, to, reason, problems, null);
    }
    try {
      String id = to.equals(BACK_TO_GROUP) ? "" : to;
      interventions.reassign(person, file, task, id, reason.strip());
    } catch (Refused e) {
      return page(person, file, task, to, reason, Problems.none(), e.getMessage());
    }
    return now(person, file, key);
  }

  private Redirect now(Person person, CaseFile file, long key) {
    String holder =
        instances.task(file, key).map(WorkTask::assignee).map(accounts::nameOf).orElse(null);
    Redirect back = Redirect.to(back(person, file));
    return holder == null
        ? back.saying("intervene.giveBack.done")
        : back.saying("intervene.reassign.done", holder);
  }

  private String back(Person person, CaseFile file) {
    return (access.may(person, Right.SUPERVISION) ? "/supervision/cases/" : "/cases/")
        + file.number();
  }

  /** Who isn't a supervisor gives away what is his groups'. */
  private WorkTask require(Person person, CaseFile file, long key) {
    return instances
        .task(file, key)
        .filter(
            task ->
                access.may(person, Right.INTERVENE)
                    || task.isFor(person.id(), access.groups(person)))
        .orElseThrow(NoSuchPage::new);
  }

  private ActionPage page(
      Person person,
      CaseFile file,
      WorkTask task,
      String to,
      String reason,
      Problems problems,
      String refusal) {
    return new ActionPage(
        "reassign",
        file.number(),
        file.about().title(),
        path(file.number(), task.key()),
        back(person, file),
        List.of(
            task.assignee() == null
                ? Message.of("intervene.reassign.free", task.name())
                : Message.of(
                    "intervene.reassign.taken", task.name(), accounts.nameOf(task.assignee()))),
        true,
        List.of(),
        people(task).stream().map(one -> new Option(one.id(), one.name())).toList(),
        to,
        reason,
        problems,
        refusal);
  }

  /** Those whose task it may be, but for who has it. */
  private List<Person> people(WorkTask task) {
    return task.groups().stream()
        .flatMap(
            group -> accounts.holding(Set.of(Role.values()), unitOf(group), PEOPLE_MAX).stream())
        .distinct()
        .filter(one -> task.isFor(one.id(), access.groups(one)))
        .filter(one -> !task.isTakenBy(one.id()))
        .toList();
  }

  private static String unitOf(String group) {
    int colon = group.indexOf(':');
    return colon < 0 ? null : group.substring(colon + 1);
  }
}

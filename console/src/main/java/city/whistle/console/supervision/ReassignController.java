package city.whistle.console.supervision;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Redirect;
import city.whistle.console.supervision.ActionPage.Option;
import city.whistle.console.tasks.WorkTask;
import city.whistle.workers.casefile.CaseFile;
import java.util.List;
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

  private final StuckList list;
  private final CaseInstances instances;
  private final Interventions interventions;
  private final Access access;
  private final Accounts accounts;
  private final TaskPeople people;

  ReassignController(
      StuckList list,
      CaseInstances instances,
      Interventions interventions,
      Access access,
      Accounts accounts,
      TaskPeople people) {
    this.list = list;
    this.instances = instances;
    this.interventions = interventions;
    this.access = access;
    this.accounts = accounts;
    this.people = people;
  }

  static String path(String number, long key) {
    return "/supervision/cases/%s/tasks/%d".formatted(number, key);
  }

  @GetMapping("/supervision/cases/{number}/tasks/{key:\\d{1,18}}")
  @Allowed(Right.REASSIGN)
  Answer preview(@PathVariable String number, @PathVariable long key, Person person) {
    CaseFile file = list.require(person, number);
    return page(person, file, require(person, file, key), "", ActionForm.empty());
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
    ActionForm sent = ActionForm.sent(reason);
    if (people(task).stream().noneMatch(one -> one.id().equals(to))
        && !to.equals(TaskPeople.BACK_TO_GROUP)) {
      sent.problems().add("to", "intervene.to.missing");
    }
    return sent.act(
        form -> page(person, file, task, to, form),
        () -> {
          String id = to.equals(TaskPeople.BACK_TO_GROUP) ? "" : to;
          interventions.reassign(person, file, task, id, sent.reason());
          return now(person, file, key);
        });
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

  private ActionPage page(Person person, CaseFile file, WorkTask task, String to, ActionForm form) {
    return ActionPage.ofCase("reassign", file, form, taken(task))
        .at(path(file.number(), task.key()), back(person, file))
        .to(people(task).stream().map(one -> new Option(one.id(), one.name())).toList(), to);
  }

  private Message taken(WorkTask task) {
    String step = Message.step(task.elementId(), task.name());
    return task.assignee() == null
        ? Message.of("intervene.reassign.free", step)
        : Message.of("intervene.reassign.taken", step, accounts.nameOf(task.assignee()));
  }

  /** Those whose task it may be, but for who has it. */
  private List<Person> people(WorkTask task) {
    return people.of(task.groups()).stream().filter(one -> !task.isTakenBy(one.id())).toList();
  }
}

package city.whistle.console.tasks;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.Redirect;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.OpenTasks;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** One task: shown, begun, taken, completed. */
@Controller
class TaskController {

  private final TaskDesk desk;
  private final WorkList list;
  private final Outlines outlines;
  private final CaseFiles cases;
  private final OpenTasks openTasks;
  private final TakeOvers takeOvers;
  private final Accounts accounts;

  TaskController(
      TaskDesk desk,
      WorkList list,
      Outlines outlines,
      CaseFiles cases,
      OpenTasks openTasks,
      TakeOvers takeOvers,
      Accounts accounts) {
    this.desk = desk;
    this.takeOvers = takeOvers;
    this.accounts = accounts;
    this.list = list;
    this.outlines = outlines;
    this.cases = cases;
    this.openTasks = openTasks;
  }

  @GetMapping("/tasks/{key:\\d{1,18}}")
  @Allowed(Right.TASKS)
  Answer show(@PathVariable long key, Person person) {
    WorkTask task = desk.require(person, key);
    return task.open() ? desk.page(person, task, null, null) : done(person, task);
  }

  /** Keeps what is filled in so far; sent by the form itself. */
  @PostMapping("/tasks/{key:\\d{1,18}}/draft")
  @Allowed(Right.TASKS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void keep(@PathVariable long key, @RequestBody String values, Person person) {
    desk.keep(person, key, values);
  }

  @PostMapping("/tasks/{key:\\d{1,18}}/take")
  @Allowed(Right.TAKE_OVER)
  Answer take(
      @PathVariable long key, @RequestParam(defaultValue = "") String reason, Person person) {
    WorkTask task = desk.require(person, key);
    if (!task.open()) {
      return done(person, task);
    }
    try {
      Optional<Message> problem = desk.take(person, task, reason);
      return problem.isPresent()
          ? desk.page(person, task, null, problem.get())
          : Redirect.to("/tasks/" + key).saying("task.taken");
    } catch (Refused e) {
      return desk.page(person, desk.require(person, key), e.getMessage(), null);
    }
  }

  @PostMapping("/tasks/{key:\\d{1,18}}/give-back")
  @Allowed(Right.TASKS)
  Answer giveBack(@PathVariable long key, Person person) {
    WorkTask task = desk.require(person, key);
    if (!task.open()) {
      return done(person, task);
    }
    try {
      desk.giveBack(person, task);
    } catch (Refused e) {
      return desk.page(person, desk.require(person, key), e.getMessage(), null);
    }
    return Redirect.to("/tasks").saying("task.givenBack");
  }

  /** He has read that a colleague took it over. */
  @PostMapping("/tasks/{key:\\d{1,18}}/read")
  @Allowed(Right.TASKS)
  Redirect read(@PathVariable long key, Person person) {
    takeOvers.read(person, key);
    return Redirect.to("/tasks");
  }

  @PostMapping("/tasks/{key:\\d{1,18}}/complete")
  @Allowed(Right.TASKS)
  Answer complete(@PathVariable long key, @RequestParam String values, Person person) {
    WorkTask task = desk.require(person, key);
    if (!task.open()) {
      return done(person, task);
    }
    if (desk.isTakenByAnother(person, task)) {
      desk.keepSent(person, task, values);
      return desk.page(person, task, null, Message.of("task.takenMeanwhile"));
    }
    try {
      desk.complete(person, task, values);
    } catch (Refused e) {
      WorkTask now = desk.require(person, key);
      return now.open() ? desk.page(person, now, e.getMessage(), null) : done(person, now);
    }
    return Redirect.to("/tasks/" + key + "/done");
  }

  @GetMapping("/tasks/{key:\\d{1,18}}/done")
  @Allowed(Right.TASKS)
  Answer done(@PathVariable long key, Person person) {
    return done(person, desk.require(person, key));
  }

  private DonePage done(Person person, WorkTask task) {
    Subject subject = desk.subject(task);
    Optional<WorkTask> next =
        list.page(person, WorkFilter.ALL, 2).stream()
            .filter(other -> other.key() != task.key())
            .findFirst();
    return new DonePage(
        !task.open(),
        task.assignee() == null || task.isTakenBy(person.id())
            ? null
            : accounts.nameOf(task.assignee()),
        task.elementId(),
        task.name(),
        outlines.of(person, subject),
        open(subject),
        next.map(other -> "/tasks/" + other.key()).orElse(null),
        next.map(WorkTask::elementId).orElse(null),
        next.map(WorkTask::name).orElse(null));
  }

  private List<String> open(Subject subject) {
    return Optional.ofNullable(subject.number())
        .filter(number -> subject.isCase())
        .flatMap(cases::byNumber)
        .map(CaseFile::processInstanceKey)
        .flatMap(openTasks::of)
        .orElse(null);
  }
}

package city.whistle.console.tasks;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.Redirect;
import city.whistle.console.tasks.DonePage.Open;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
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
  private final TaskPages pages;
  private final WorkList list;
  private final Outlines outlines;
  private final CaseFiles cases;
  private final CaseTasks openTasks;
  private final TakeOvers takeOvers;
  private final Accounts accounts;

  TaskController(
      TaskDesk desk,
      TaskPages pages,
      WorkList list,
      Outlines outlines,
      CaseFiles cases,
      CaseTasks openTasks,
      TakeOvers takeOvers,
      Accounts accounts) {
    this.desk = desk;
    this.pages = pages;
    this.takeOvers = takeOvers;
    this.accounts = accounts;
    this.list = list;
    this.outlines = outlines;
    this.cases = cases;
    this.openTasks = openTasks;
  }

  @GetMapping("/tasks/{key:\\d{1,18}}")
  @Allowed(Right.TASKS)
  Answer show(
      @PathVariable long key,
      @RequestParam(required = false) String refused,
      @RequestParam(required = false) String reason,
      Person person) {
    WorkTask task = desk.require(person, key);
    Message problem =
        reason != null && desk.isTakenByAnother(person, task)
            ? Message.of("task.take.reason.wrong", TaskDesk.REASON_MIN, TaskDesk.REASON_MAX)
            : null;
    return task.open() ? pages.page(person, task, refused != null, problem) : done(person, task);
  }

  /** What others changed of it meanwhile; asked for by the open page. */
  @GetMapping("/tasks/{key:\\d{1,18}}/now")
  @Allowed(Right.TASKS)
  Answer now(@PathVariable long key, Person person) {
    return pages.now(person, desk.require(person, key));
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
  Redirect take(
      @PathVariable long key, @RequestParam(defaultValue = "") String reason, Person person) {
    WorkTask task = desk.require(person, key);
    if (!task.open()) {
      return toDone(key);
    }
    try {
      return desk.take(person, task, reason)
          ? to(key, "").saying("task.taken")
          : to(key, "?reason=missing#take");
    } catch (Refused e) {
      return refused(person, key, e, "task.takenMeanwhile.notYours");
    }
  }

  @PostMapping("/tasks/{key:\\d{1,18}}/give-back")
  @Allowed(Right.TASKS)
  Redirect giveBack(@PathVariable long key, Person person) {
    WorkTask task = desk.require(person, key);
    if (!task.open()) {
      return toDone(key);
    }
    try {
      desk.giveBack(person, task);
    } catch (Refused e) {
      return refused(person, key, e, "task.takenMeanwhile.notYours");
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
  Redirect complete(@PathVariable long key, @RequestParam String values, Person person) {
    WorkTask task = desk.require(person, key);
    if (!task.open()) {
      return toDone(key);
    }
    if (desk.isTakenByAnother(person, task)) {
      desk.keepSent(person, task, values);
      return to(key, "").saying("task.takenMeanwhile");
    }
    try {
      return desk.complete(person, task, values) ? toDone(key) : to(key, "?refused=yes");
    } catch (Refused e) {
      return refused(person, key, e, "task.takenMeanwhile");
    }
  }

  /** The engine said no: because it is done, because a colleague has it by now, or as it says. */
  private Redirect refused(Person person, long key, Refused refusal, String takenMeanwhile) {
    WorkTask now = desk.require(person, key);
    if (!now.open()) {
      return toDone(key);
    }
    if (desk.isTakenByAnother(person, now)) {
      return to(key, "").saying(takenMeanwhile);
    }
    if (refusal.mayPass()) {
      return to(key, "").saying("task.refused.busy");
    }
    return refusal.getMessage().isEmpty()
        ? to(key, "").saying("task.refused.unknown")
        : to(key, "").saying("task.refused.because", refusal.chinese(), refusal.english());
  }

  private static Redirect to(long key, String more) {
    return Redirect.to("/tasks/" + key + more);
  }

  private static Redirect toDone(long key) {
    return to(key, "/done");
  }

  @GetMapping("/tasks/{key:\\d{1,18}}/done")
  @Allowed(Right.TASKS)
  Answer done(@PathVariable long key, Person person) {
    return done(person, desk.require(person, key));
  }

  private DonePage done(Person person, WorkTask task) {
    Subject subject = desk.subject(task);
    Optional<WorkTask> next =
        list.page(person, WorkFilter.ALL, 2).tasks().stream()
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
        open(person, subject),
        next.map(other -> "/tasks/" + other.key()).orElse(null),
        next.map(WorkTask::elementId).orElse(null),
        next.map(WorkTask::name).orElse(null));
  }

  private List<Open> open(Person person, Subject subject) {
    return Optional.ofNullable(subject.number())
        .filter(number -> subject.isCase())
        .flatMap(cases::byNumber)
        .map(CaseFile::processInstanceKey)
        .flatMap(instance -> openTasks.of(person, instance))
        .map(
            found ->
                found.stream().map(one -> new Open(one.path(), one.kind(), one.name())).toList())
        .orElse(null);
  }
}

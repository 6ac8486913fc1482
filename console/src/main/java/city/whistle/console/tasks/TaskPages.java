package city.whistle.console.tasks;

import city.whistle.console.access.Access;
import city.whistle.console.access.Right;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Message;
import city.whistle.console.tasks.TaskPage.AtField;
import city.whistle.console.tasks.TaskPage.Outline;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes of a task what its person reads. */
@Component
class TaskPages {

  private final TaskDesk desk;
  private final EngineTasks engine;
  private final Access access;
  private final Accounts accounts;
  private final Outlines outlines;

  TaskPages(
      TaskDesk desk, EngineTasks engine, Access access, Accounts accounts, Outlines outlines) {
    this.desk = desk;
    this.engine = engine;
    this.access = access;
    this.accounts = accounts;
    this.outlines = outlines;
  }

  /**
   * @param refused whether what is kept was sent and not taken, so that it is said why
   * @param problem with a wish to take the task over; null for none
   */
  TaskPage page(Person person, WorkTask task, boolean refused, Message problem) {
    ObjectNode shown = engine.variables(task.key());
    Outline outline = outlines.of(person, Subject.of(shown));
    Optional<ObjectNode> draft = desk.draft(person, task);
    Optional<String> form = engine.form(task.key());
    TaskNowPart now = now(person, task, shown, problem);
    ObjectNode values = shown.deepCopy();
    draft.ifPresent(values::setAll);
    boolean addsPhotos = outline.path() != null && access.may(person, Right.REVEAL);
    return new TaskPage(
        "/tasks/" + task.key(),
        task.elementId(),
        task.name(),
        task.due(),
        task.created(),
        outline,
        addsPhotos ? outline.path() + "/photos" : null,
        form.orElse(null),
        values.toString(),
        draft.isPresent(),
        now,
        refused && form.isPresent()
            ? draft.map(sent -> wrong(form.get(), shown, sent)).orElse(List.of())
            : List.of());
  }

  private List<AtField> wrong(String form, ObjectNode shown, ObjectNode sent) {
    return desk.wrong(form, shown, sent).stream()
        .map(
            one ->
                new AtField(
                    one.chinese().label().isEmpty() ? "" : one.path(),
                    one.chinese().label(),
                    one.chinese().sentence(),
                    one.english().label(),
                    one.english().sentence()))
        .distinct()
        .toList();
  }

  TaskNowPart now(Person person, WorkTask task) {
    return now(person, task, engine.variables(task.key()), null);
  }

  private TaskNowPart now(Person person, WorkTask task, ObjectNode shown, Message problem) {
    boolean another = desk.isTakenByAnother(person, task);
    return new TaskNowPart(
        "/tasks/" + task.key(),
        live(person, Subject.of(shown)),
        task.open(),
        task.isTakenBy(person.id()),
        another ? accounts.nameOf(task.assignee()) : null,
        shown.toString(),
        problem);
  }

  /** What is told of its case or whistle, where the person may hear of that. */
  private String live(Person person, Subject subject) {
    if (subject.number() == null) {
      return null;
    }
    if (!subject.isCase()) {
      return access.callers(person).isEmpty() ? null : "whistle:" + subject.number();
    }
    return access.seen(person, subject.number()).isPresent() ? "case:" + subject.number() : null;
  }
}

package city.whistle.console.tasks;

import city.whistle.console.access.Access;
import city.whistle.console.access.Right;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.tasks.TaskPage.Outline;
import city.whistle.workers.timeline.Timeline;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes, keeps and completes a task for a person who may do it. */
@Component
class TaskDesk {

  private static final int REASON_MIN = 2;
  private static final int REASON_MAX = 200;

  private final EngineTasks engine;
  private final Access access;
  private final Accounts accounts;
  private final Drafts drafts;
  private final Outlines outlines;
  private final Timeline timeline;
  private final TakeOvers takeOvers;
  private final ObjectMapper json;

  TaskDesk(
      EngineTasks engine,
      Access access,
      Accounts accounts,
      Drafts drafts,
      Outlines outlines,
      Timeline timeline,
      TakeOvers takeOvers,
      ObjectMapper json) {
    this.engine = engine;
    this.access = access;
    this.accounts = accounts;
    this.drafts = drafts;
    this.outlines = outlines;
    this.timeline = timeline;
    this.takeOvers = takeOvers;
    this.json = json;
  }

  /**
   * The task, also one that is done.
   *
   * @throws NoSuchPage where there is none that is the person's or his groups'
   */
  WorkTask require(Person person, long key) {
    return engine
        .find(key)
        .filter(task -> task.isFor(person.id(), access.groups(person)))
        .orElseThrow(NoSuchPage::new);
  }

  /** Whether the person could take it from whoever has it now. */
  boolean isTakenByAnother(Person person, WorkTask task) {
    return task.assignee() != null && !task.isTakenBy(person.id());
  }

  /** Keeps what was begun; nobody else is in its way from now on. */
  void keep(Person person, long key, String values) {
    WorkTask task = require(person, key);
    if (task.open() && parse(values).isPresent()) {
      drafts.save(person.id(), key, values);
      if (task.assignee() == null) {
        engine.assign(key, person.id(), false);
      }
    }
  }

  /**
   * Takes the task, from somebody else with a reason.
   *
   * @return what is wrong with the wish; empty where the task is the person's now
   * @throws Refused where the engine doesn't give it
   */
  Optional<Message> take(Person person, WorkTask task, String reason) {
    boolean takesOver = isTakenByAnother(person, task);
    if (takesOver && (reason.strip().length() < REASON_MIN || reason.length() > REASON_MAX)) {
      return Optional.of(Message.of("task.take.reason.wrong", REASON_MIN, REASON_MAX));
    }
    if (takesOver) {
      takeOver(person, task, reason.strip());
    } else {
      engine.assign(task.key(), person.id(), false);
    }
    return Optional.empty();
  }

  private void takeOver(Person person, WorkTask task, String reason) {
    Subject subject = subject(task);
    try {
      engine.assign(task.key(), person.id(), true);
    } catch (Refused e) {
      takeOvers.refused(person, task, subject.number(), reason, e.getMessage());
      throw e;
    }
    takeOvers.done(person, task, subject.number(), reason);
    if (subject.id() != null) {
      timeline.append(subject.id(), person.id(), "TaskTakenOver", reason, details(person, task));
    }
  }

  private Map<String, Object> details(Person person, WorkTask task) {
    Map<String, Object> details = new LinkedHashMap<>();
    access.lender(person, task.groups()).ifPresent(lender -> details.put("for", lender));
    details.put("task", task.elementId());
    details.put("from", task.assignee());
    return details;
  }

  /**
   * Gives it back to its groups; what the person filled in stays his draft. Nothing where he hasn't
   * taken it.
   *
   * @throws Refused where the engine doesn't take it
   */
  void giveBack(Person person, WorkTask task) {
    if (task.open() && task.isTakenBy(person.id())) {
      engine.unassign(task.key());
    }
  }

  /** Keeps what was sent for a task that somebody else has by now. */
  void keepSent(Person person, WorkTask task, String values) {
    parse(values).ifPresent(sent -> drafts.save(person.id(), task.key(), values));
  }

  /**
   * Completes the task with what the person filled in.
   *
   * @param values as JSON; kept as a draft until the engine has taken them
   * @throws Refused with the reason where it isn't taken; nothing of it is lost
   */
  void complete(Person person, WorkTask task, String values) {
    ObjectNode sent = parse(values).orElseThrow(() -> new Refused(""));
    drafts.save(person.id(), task.key(), values);
    if (!task.isTakenBy(person.id())) {
      engine.assign(task.key(), person.id(), false);
    }
    engine.complete(task.key(), asMap(sent), access.lender(person, task.groups()).orElse(null));
    drafts.forget(task.key());
  }

  TaskPage page(Person person, WorkTask task, String refusal, Message problem) {
    ObjectNode values = engine.variables(task.key());
    Subject subject = Subject.of(values);
    Optional<ObjectNode> draft = drafts.find(person.id(), task.key()).flatMap(this::parse);
    draft.ifPresent(values::setAll);
    Outline outline = outlines.of(person, subject);
    boolean addsPhotos = outline.path() != null && access.may(person, Right.REVEAL);
    return new TaskPage(
        "/tasks/" + task.key(),
        task.elementId(),
        task.name(),
        task.due(),
        outline,
        addsPhotos ? outline.path() + "/photos" : null,
        engine.form(task.key()).orElse(null),
        values.toString(),
        draft.isPresent(),
        isTakenByAnother(person, task) ? accounts.nameOf(task.assignee()) : null,
        task.isTakenBy(person.id()),
        refusal,
        problem);
  }

  Subject subject(WorkTask task) {
    return Subject.of(
        engine
            .variables(List.of(task.processInstanceKey()), Subject.VARIABLES)
            .getOrDefault(task.processInstanceKey(), Map.of()));
  }

  private Optional<ObjectNode> parse(String values) {
    try {
      JsonNode read = values.length() > Drafts.LENGTH_MAX ? null : json.readTree(values);
      return read instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> asMap(ObjectNode values) {
    return json.convertValue(values, Map.class);
  }
}

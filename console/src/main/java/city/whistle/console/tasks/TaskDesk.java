package city.whistle.console.tasks;

import city.whistle.console.access.Access;
import city.whistle.console.account.Person;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.workers.answer.TaskAnswers;
import city.whistle.workers.answer.Wrong;
import city.whistle.workers.change.TaskHandedOn;
import city.whistle.workers.timeline.Timeline;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes, keeps and completes a task for a person who may do it. */
@Component
class TaskDesk {

  static final int REASON_MIN = 2;
  static final int REASON_MAX = 200;

  private static final Logger LOG = LoggerFactory.getLogger(TaskDesk.class);

  private final EngineTasks engine;
  private final Access access;
  private final Drafts drafts;
  private final Timeline timeline;
  private final TakeOvers takeOvers;
  private final TaskAnswers answers;
  private final Settling settling;
  private final ApplicationEventPublisher events;
  private final ObjectMapper json;

  TaskDesk(
      EngineTasks engine,
      Access access,
      Drafts drafts,
      Timeline timeline,
      TakeOvers takeOvers,
      TaskAnswers answers,
      Settling settling,
      ApplicationEventPublisher events,
      ObjectMapper json) {
    this.engine = engine;
    this.access = access;
    this.drafts = drafts;
    this.timeline = timeline;
    this.takeOvers = takeOvers;
    this.answers = answers;
    this.settling = settling;
    this.events = events;
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
        takeFirst(person, task);
      }
    }
  }

  /** Another may have been quicker: then it is his, and what was filled in here stays a draft. */
  private void takeFirst(Person person, WorkTask task) {
    try {
      engine.assign(task.key(), person.id(), false);
      tell(task);
    } catch (Refused e) {
      LOG.debug("task {} was taken a moment before", task.key());
    }
  }

  /** The pages of others show it. */
  private void tell(WorkTask task) {
    Optional.ofNullable(subject(task).id()).map(TaskHandedOn::new).ifPresent(events::publishEvent);
  }

  /**
   * Takes the task, from somebody else with a reason.
   *
   * @return false where the reason is none; true where the task is the person's now
   * @throws Refused where the engine doesn't give it
   */
  boolean take(Person person, WorkTask task, String reason) {
    boolean takesOver = isTakenByAnother(person, task);
    if (takesOver && (reason.strip().length() < REASON_MIN || reason.length() > REASON_MAX)) {
      return false;
    }
    if (takesOver) {
      takeOver(person, task, reason.strip());
    } else {
      engine.assign(task.key(), person.id(), false);
      tell(task);
    }
    return true;
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
      tell(task);
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
   * @return false where the form has something against them, as {@link #wrong} tells
   * @throws Refused with the reason where the engine doesn't take it; nothing of it is lost
   */
  boolean complete(Person person, WorkTask task, String values) {
    ObjectNode sent = parse(values).orElseThrow(() -> new Refused(""));
    drafts.save(person.id(), task.key(), values);
    Optional<String> form = engine.form(task.key());
    if (form.isPresent() && !wrong(form.get(), engine.variables(task.key()), sent).isEmpty()) {
      return false;
    }
    Map<String, Object> filledIn = asMap(sent);
    String lender = access.lender(person, task.groups()).orElse(null);
    settling.once(
        person.id(),
        task.key(),
        now -> {
          if (!now.isTakenBy(person.id())) {
            engine.assign(now.key(), person.id(), false);
          }
          engine.complete(now.key(), filledIn, lender);
        });
    drafts.forget(task.key());
    return true;
  }

  /** What the person began to fill in. */
  Optional<ObjectNode> draft(Person person, WorkTask task) {
    return drafts.find(person.id(), task.key()).flatMap(this::parse);
  }

  /**
   * What the form has against an answer.
   *
   * @param form its schema
   * @param shown all that the task sees
   */
  List<Wrong> wrong(String form, ObjectNode shown, ObjectNode sent) {
    return parse(form).map(schema -> answers.wrong(schema, shown, sent)).orElse(List.of());
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

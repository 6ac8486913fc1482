package city.whistle.engine.state;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Element;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A task for a person.
 *
 * @param attributes what people may change
 * @param formKey NONE where it has no deployed form
 * @param externalFormReference null for none
 * @param pending what was asked for and waits for task listeners, null while nothing does
 * @param endedAt null until it has ended
 */
public record UserTask(
    long key,
    State state,
    Attributes attributes,
    long formKey,
    String externalFormReference,
    Map<String, String> headers,
    String elementId,
    String name,
    long elementInstanceKey,
    long processInstanceKey,
    long processDefinitionKey,
    String bpmnProcessId,
    int processVersion,
    List<String> tags,
    Pending pending,
    Instant createdAt,
    Instant endedAt)
    implements Row {

  /** The priority of a task whose model gives none. */
  public static final int DEFAULT_PRIORITY = 50;

  /** Camunda's words. */
  public enum State {
    CREATING,
    CREATED,
    ASSIGNING,
    UPDATING,
    COMPLETING,
    COMPLETED,
    CANCELING,
    CANCELED,
    FAILED
  }

  /**
   * @param assignee null for nobody
   * @param dueDate in UTC and whole milliseconds, null for none
   * @param followUpDate in UTC and whole milliseconds, null for none
   * @param priority 0 to 100
   */
  public record Attributes(
      String assignee,
      List<String> candidateGroups,
      List<String> candidateUsers,
      OffsetDateTime dueDate,
      OffsetDateTime followUpDate,
      int priority) {

    public Attributes {
      dueDate = normal(dueDate);
      followUpDate = normal(followUpDate);
    }

    public Attributes assignedTo(String other) {
      return new Attributes(
          other, candidateGroups, candidateUsers, dueDate, followUpDate, priority);
    }

    /** Names of the attributes that differ, as in the API and in the order of the alphabet. */
    List<String> differences(Attributes other) {
      List<String> names = new ArrayList<>();
      addUnless(Objects.equals(assignee, other.assignee), "assignee", names);
      addUnless(candidateGroups.equals(other.candidateGroups), "candidateGroups", names);
      addUnless(candidateUsers.equals(other.candidateUsers), "candidateUsers", names);
      addUnless(Objects.equals(dueDate, other.dueDate), "dueDate", names);
      addUnless(Objects.equals(followUpDate, other.followUpDate), "followUpDate", names);
      addUnless(priority == other.priority, "priority", names);
      return names;
    }

    private static void addUnless(boolean same, String name, List<String> names) {
      if (!same) {
        names.add(name);
      }
    }

    private static OffsetDateTime normal(OffsetDateTime date) {
      return date == null
          ? null
          : date.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /**
   * A transition under way.
   *
   * @param action what the caller calls it, for example complete or claim
   * @param attributes as they will be
   * @param modelAssignee whom the model names, while the task is created; null for nobody
   * @param variables the result of a completion, or what an update sets; else an empty object
   * @param local whether an update sets its variables at the task's element itself
   */
  public record Pending(
      String action,
      Attributes attributes,
      String modelAssignee,
      JsonValue variables,
      boolean local) {

    public static Pending to(String action, Attributes attributes) {
      return new Pending(action, attributes, null, JsonValue.EMPTY_OBJECT, false);
    }

    public Pending with(Attributes next) {
      return new Pending(action, next, modelAssignee, variables, local);
    }

    public Pending withModelAssignee(String assignee) {
      return new Pending(action, attributes, assignee, variables, local);
    }

    public Pending withVariables(JsonValue next, boolean stayHere) {
      return new Pending(action, attributes, modelAssignee, next, stayHere);
    }
  }

  /** The attributes as they will be when the transition under way is through. */
  public Attributes upcoming() {
    return pending == null ? attributes : pending.attributes();
  }

  /** What the caller calls the transition under way; empty where there is none. */
  public String action() {
    return pending == null ? "" : pending.action();
  }

  /**
   * What the transition under way changes, corrections included: names of attributes, and {@code
   * variables} where an update sets some; as in the API and in the order of the alphabet.
   *
   * @see <a
   *     href="https://docs.camunda.io/docs/8.8/components/concepts/user-task-listeners/#changed-attributes">changed
   *     attributes</a>
   */
  public List<String> changedAttributes() {
    if (pending == null) {
      return List.of();
    }
    Attributes before =
        state == State.CREATING ? attributes.assignedTo(pending.modelAssignee) : attributes;
    List<String> names = pending.attributes.differences(before);
    boolean setsVariables =
        state == State.UPDATING && !JsonValue.EMPTY_OBJECT.equals(pending.variables);
    Attributes.addUnless(!setsVariables, "variables", names);
    return names;
  }

  public UserTask in(State next) {
    return copy(next, attributes, pending, endedAt);
  }

  public UserTask with(Attributes next) {
    return copy(state, next, pending, endedAt);
  }

  public UserTask awaiting(State next, Pending transition) {
    return copy(next, attributes, transition, endedAt);
  }

  public UserTask ended(State end, Instant at) {
    return copy(end, attributes, null, at);
  }

  /** The same, of an element of another process or version: form and attributes stay. */
  public UserTask migrated(ProcessDefinition to, Element element) {
    return new UserTask(
        key,
        state,
        attributes,
        formKey,
        externalFormReference,
        headers,
        element.id(),
        element.name(),
        elementInstanceKey,
        processInstanceKey,
        to.key(),
        to.bpmnProcessId(),
        to.version(),
        tags,
        pending,
        createdAt,
        endedAt);
  }

  private UserTask copy(State state, Attributes attributes, Pending pending, Instant endedAt) {
    return new UserTask(
        key,
        state,
        attributes,
        formKey,
        externalFormReference,
        headers,
        elementId,
        name,
        elementInstanceKey,
        processInstanceKey,
        processDefinitionKey,
        bpmnProcessId,
        processVersion,
        tags,
        pending,
        createdAt,
        endedAt);
  }
}

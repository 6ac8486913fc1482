package city.whistle.engine.state;

import city.whistle.engine.json.JsonValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

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
   * @param variables the result of a completion, else an empty object
   * @param changed names of the attributes that change
   */
  public record Pending(
      String action, Attributes attributes, JsonValue variables, List<String> changed) {}

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

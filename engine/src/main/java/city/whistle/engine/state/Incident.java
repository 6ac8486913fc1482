package city.whistle.engine.state;

import java.time.Instant;

/**
 * Something that a person must repair before it goes on.
 *
 * @param jobKey NONE where no job is concerned
 * @param step the step that could not be done, as JSON, to be done again; null where the job's own
 *     retry is the way on
 * @param resolvedAt null while it is active
 */
public record Incident(
    long key,
    ErrorType errorType,
    String errorMessage,
    State state,
    long processInstanceKey,
    long processDefinitionKey,
    String bpmnProcessId,
    String elementId,
    long elementInstanceKey,
    long jobKey,
    String step,
    Instant createdAt,
    Instant resolvedAt)
    implements Row {

  /** Camunda's words. */
  public enum State {
    ACTIVE,
    RESOLVED
  }

  public Incident resolved(Instant at) {
    return new Incident(
        key,
        errorType,
        errorMessage,
        State.RESOLVED,
        processInstanceKey,
        processDefinitionKey,
        bpmnProcessId,
        elementId,
        elementInstanceKey,
        jobKey,
        step,
        createdAt,
        at);
  }

  /** The same, at an element of another process or version. */
  public Incident migrated(ProcessDefinition to, String toElementId) {
    return new Incident(
        key,
        errorType,
        errorMessage,
        state,
        processInstanceKey,
        to.key(),
        to.bpmnProcessId(),
        toElementId,
        elementInstanceKey,
        jobKey,
        step,
        createdAt,
        resolvedAt);
  }
}

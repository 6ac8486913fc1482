package city.whistle.engine.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A piece of work for a worker.
 *
 * @param listenerIndex which of the element's listeners it is for, from 0; -1 for the element's own
 * @param listenerEvent null where it is not for a listener
 * @param worker who has it or had it last, null for nobody
 * @param deadline until when the worker has it, null while nobody does: in memory alone
 * @param blocked whether an incident keeps it from workers
 * @param retryAt until when it rests after a failure, null where it doesn't
 * @param errorMessage of the last failure, null for none
 * @param errorCode of the BPMN error thrown, null for none
 * @param endedAt null until it has ended
 */
public record Job(
    long key,
    String type,
    Kind kind,
    String listenerEvent,
    int listenerIndex,
    State state,
    int retries,
    boolean blocked,
    Map<String, String> headers,
    String worker,
    Instant deadline,
    Instant retryAt,
    String errorMessage,
    String errorCode,
    long processInstanceKey,
    long processDefinitionKey,
    String bpmnProcessId,
    int processVersion,
    String elementId,
    long elementInstanceKey,
    List<String> tags,
    Instant createdAt,
    Instant endedAt)
    implements Row {

  /** Camunda's words. */
  public enum Kind {
    BPMN_ELEMENT,
    EXECUTION_LISTENER,
    TASK_LISTENER
  }

  /** Camunda's words. */
  public enum State {
    CREATED,
    FAILED,
    RETRIES_UPDATED,
    COMPLETED,
    ERROR_THROWN,
    CANCELED
  }

  /**
   * Whether a worker could have it, if no other has. Retries count what comes after a failure, so a
   * job that is created without any can be had; one that has failed for the last time is blocked.
   *
   * @see <a href="https://github.com/camunda/camunda/issues/12999">a job with no retries</a>
   */
  public boolean isActivatable() {
    return !blocked && retryAt == null && endedAt == null;
  }

  public Job lockedBy(String worker, Instant until) {
    return copy(state, retries, blocked, worker, until, retryAt, errorMessage, errorCode, endedAt);
  }

  public Job unlocked() {
    return copy(state, retries, blocked, worker, null, retryAt, errorMessage, errorCode, endedAt);
  }

  /** With no retries left an incident blocks it. */
  public Job failed(int retriesLeft, String message, Instant retryAt) {
    boolean block = retriesLeft <= 0;
    return copy(
        State.FAILED, retriesLeft, block, worker, null, retryAt, message, errorCode, endedAt);
  }

  public Job rested() {
    return copy(state, retries, blocked, worker, null, null, errorMessage, errorCode, endedAt);
  }

  /** An incident keeps it from workers. */
  public Job withIncident() {
    return copy(state, retries, true, worker, null, retryAt, errorMessage, errorCode, endedAt);
  }

  /** Its incident is resolved. */
  public Job unblocked() {
    State next = state == State.ERROR_THROWN ? State.CREATED : state;
    return copy(next, retries, false, worker, null, retryAt, errorMessage, errorCode, endedAt);
  }

  public Job withRetries(int next) {
    return copy(
        State.RETRIES_UPDATED,
        next,
        blocked,
        worker,
        deadline,
        retryAt,
        errorMessage,
        errorCode,
        endedAt);
  }

  /** A BPMN error that nobody caught: the job waits for its incident to be resolved. */
  public Job errorThrown(String code, String message) {
    return copy(State.ERROR_THROWN, retries, true, worker, null, null, message, code, endedAt);
  }

  public Job ended(State end, Instant at) {
    return copy(end, retries, blocked, worker, null, null, errorMessage, errorCode, at);
  }

  /** The same, of an element of another process or version: what was asked for stays. */
  public Job migrated(ProcessDefinition to, String toElementId) {
    return new Job(
        key,
        type,
        kind,
        listenerEvent,
        listenerIndex,
        state,
        retries,
        blocked,
        headers,
        worker,
        deadline,
        retryAt,
        errorMessage,
        errorCode,
        processInstanceKey,
        to.key(),
        to.bpmnProcessId(),
        to.version(),
        toElementId,
        elementInstanceKey,
        tags,
        createdAt,
        endedAt);
  }

  private Job copy(
      State state,
      int retries,
      boolean blocked,
      String worker,
      Instant deadline,
      Instant retryAt,
      String errorMessage,
      String errorCode,
      Instant endedAt) {
    return new Job(
        key,
        type,
        kind,
        listenerEvent,
        listenerIndex,
        state,
        retries,
        blocked,
        headers,
        worker,
        deadline,
        retryAt,
        errorMessage,
        errorCode,
        processInstanceKey,
        processDefinitionKey,
        bpmnProcessId,
        processVersion,
        elementId,
        elementInstanceKey,
        tags,
        createdAt,
        endedAt);
  }
}

package city.whistle.engine.state;

import java.time.Instant;

/**
 * Somebody waits for a message.
 *
 * @param correlationKey null for the start event of a process
 * @param elementInstanceKey what the event belongs to, NONE for the start event of a process
 * @param elementId the event or receive task that waits
 */
public record MessageSubscription(
    long key,
    String messageName,
    String correlationKey,
    long elementInstanceKey,
    String elementId,
    long processInstanceKey,
    long processDefinitionKey,
    String bpmnProcessId,
    State state,
    Instant updatedAt)
    implements Row, Catcher {

  /** Camunda's words. */
  public enum State {
    CREATED,
    CORRELATED,
    DELETED
  }

  public MessageSubscription in(State next, Instant at) {
    return new MessageSubscription(
        key,
        messageName,
        correlationKey,
        elementInstanceKey,
        elementId,
        processInstanceKey,
        processDefinitionKey,
        bpmnProcessId,
        next,
        at);
  }

  /** The same, at an event of another process or version, for the same name and key. */
  public MessageSubscription migrated(ProcessDefinition to, String eventId, Instant at) {
    return new MessageSubscription(
        key,
        messageName,
        correlationKey,
        elementInstanceKey,
        eventId,
        processInstanceKey,
        to.key(),
        to.bpmnProcessId(),
        state,
        at);
  }
}

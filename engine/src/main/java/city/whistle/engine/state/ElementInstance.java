package city.whistle.engine.state;

import city.whistle.engine.model.Element;
import city.whistle.engine.model.ElementType;
import java.time.Instant;

/**
 * An element on its way; the process itself is one too, under the key of its instance.
 *
 * @param scopeKey the element instance around it, NONE for the process
 * @param loop how far a multi-instance body is, null for all others
 * @param loopCounter from 1 for an instance inside a multi-instance body, else 0
 * @param pendingEvent what goes on in a scope that begins or is interrupted, or after an
 *     interrupted activity; null for nothing
 * @param interrupted whether everything inside the scope was ended by one of its event
 *     sub-processes, a terminate end event or a completion condition: from then on no event
 *     sub-process of this scope begins (BPMN 2.0, 13.5.4: only one interrupts a scope)
 * @param endedAt null until it has ended
 */
public record ElementInstance(
    long key,
    long processInstanceKey,
    long processDefinitionKey,
    String bpmnProcessId,
    String elementId,
    String elementName,
    ElementType type,
    long scopeKey,
    State state,
    LoopProgress loop,
    int loopCounter,
    PendingEvent pendingEvent,
    boolean interrupted,
    Instant startedAt,
    Instant endedAt)
    implements Row {

  /** Where an element instance is in its life. */
  public enum State {
    ACTIVATING,
    ACTIVE,
    COMPLETING,
    TERMINATING,
    COMPLETED,
    TERMINATED;

    public boolean isEnd() {
      return this == COMPLETED || this == TERMINATED;
    }
  }

  /** Whether something inside may go on: it neither ends nor is being interrupted. */
  public boolean acceptsTokens() {
    return state == State.ACTIVE && pendingEvent == null;
  }

  public ElementInstance in(State next) {
    return copy(next, loop, pendingEvent, interrupted, endedAt);
  }

  public ElementInstance ended(State end, Instant at) {
    return copy(end, loop, pendingEvent, interrupted, at);
  }

  public ElementInstance with(LoopProgress progress) {
    return copy(state, progress, pendingEvent, interrupted, endedAt);
  }

  public ElementInstance awaiting(PendingEvent event) {
    return copy(state, loop, event, interrupted, endedAt);
  }

  /** Everything inside is to end; then the event goes on. */
  public ElementInstance interruptedBy(PendingEvent event) {
    return copy(state, loop, event, true, endedAt);
  }

  /** The same, as an element of another process or version. */
  public ElementInstance migrated(ProcessDefinition to, Element element) {
    PendingEvent pending =
        pendingEvent == null ? null : new PendingEvent(element.id(), pendingEvent.variables());
    return new ElementInstance(
        key,
        processInstanceKey,
        to.key(),
        to.bpmnProcessId(),
        element.id(),
        element.name(),
        type,
        scopeKey,
        state,
        loop,
        loopCounter,
        pending,
        interrupted,
        startedAt,
        endedAt);
  }

  /** Whether the event that it would wait for has happened before it began. */
  public boolean hasHappened() {
    return pendingEvent != null && elementId.equals(pendingEvent.elementId());
  }

  private ElementInstance copy(
      State state,
      LoopProgress loop,
      PendingEvent pendingEvent,
      boolean interrupted,
      Instant endedAt) {
    return new ElementInstance(
        key,
        processInstanceKey,
        processDefinitionKey,
        bpmnProcessId,
        elementId,
        elementName,
        type,
        scopeKey,
        state,
        loop,
        loopCounter,
        pendingEvent,
        interrupted,
        startedAt,
        endedAt);
  }
}

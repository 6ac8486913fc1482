package city.whistle.engine.state;

import city.whistle.engine.model.ElementType;
import java.time.Instant;

/**
 * An element on its way; the process itself is one too, under the key of its instance.
 *
 * @param scopeKey the element instance around it, NONE for the process
 * @param loop how far a multi-instance body is, null for all others
 * @param loopCounter from 1 for an instance inside a multi-instance body, else 0
 * @param interruption the event that goes on when this one has been terminated or, in a scope, the
 *     event sub-process that interrupted it; null for none
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
    Interruption interruption,
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

  public ElementInstance in(State next) {
    return copy(next, loop, interruption, endedAt);
  }

  public ElementInstance ended(State end, Instant at) {
    return copy(end, loop, interruption, at);
  }

  public ElementInstance with(LoopProgress progress) {
    return copy(state, progress, interruption, endedAt);
  }

  public ElementInstance interruptedBy(Interruption by) {
    return copy(state, loop, by, endedAt);
  }

  private ElementInstance copy(
      State state, LoopProgress loop, Interruption interruption, Instant endedAt) {
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
        interruption,
        startedAt,
        endedAt);
  }
}

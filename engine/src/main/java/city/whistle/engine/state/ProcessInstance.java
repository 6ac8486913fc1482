package city.whistle.engine.state;

import java.time.Instant;
import java.util.List;

/**
 * An instance of a process, called or started.
 *
 * @param parentProcessInstanceKey NONE for an instance that nobody called
 * @param parentElementInstanceKey the call activity's instance, or NONE
 * @param correlationKey of the message that started it, null for none: while it lives, no second
 *     one starts with this key
 * @param endedAt null while it is active
 */
public record ProcessInstance(
    long key,
    long processDefinitionKey,
    String bpmnProcessId,
    int version,
    long parentProcessInstanceKey,
    long parentElementInstanceKey,
    long rootProcessInstanceKey,
    State state,
    List<String> tags,
    String correlationKey,
    Instant startedAt,
    Instant endedAt)
    implements Row {

  /** Camunda's words. */
  public enum State {
    ACTIVE,
    COMPLETED,
    TERMINATED
  }

  public ProcessInstance ended(State end, Instant at) {
    return new ProcessInstance(
        key,
        processDefinitionKey,
        bpmnProcessId,
        version,
        parentProcessInstanceKey,
        parentElementInstanceKey,
        rootProcessInstanceKey,
        end,
        tags,
        correlationKey,
        startedAt,
        at);
  }

  /** The same, of another process or version. */
  public ProcessInstance migrated(ProcessDefinition to) {
    return new ProcessInstance(
        key,
        to.key(),
        to.bpmnProcessId(),
        to.version(),
        parentProcessInstanceKey,
        parentElementInstanceKey,
        rootProcessInstanceKey,
        state,
        tags,
        correlationKey,
        startedAt,
        endedAt);
  }
}

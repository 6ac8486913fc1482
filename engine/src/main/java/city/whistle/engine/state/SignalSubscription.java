package city.whistle.engine.state;

/**
 * Somebody waits for a signal.
 *
 * @param elementInstanceKey what the event belongs to, NONE for the start event of a process
 */
public record SignalSubscription(
    long key,
    String signalName,
    long elementInstanceKey,
    String elementId,
    long processInstanceKey,
    long processDefinitionKey,
    String bpmnProcessId)
    implements Row, Catcher {

  /** The same, at an event of another process or version, for the same name. */
  public SignalSubscription migrated(ProcessDefinition to, String eventId) {
    return new SignalSubscription(
        key,
        signalName,
        elementInstanceKey,
        eventId,
        processInstanceKey,
        to.key(),
        to.bpmnProcessId());
  }
}

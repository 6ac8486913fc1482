package city.whistle.engine.state;

/** What waits for an event from outside: for a message, a signal, a time. */
public sealed interface Catcher permits MessageSubscription, SignalSubscription, Timer {

  /** The element instance that the event belongs to, NONE for the start event of a process. */
  long elementInstanceKey();

  /** NONE for the start event of a process. */
  long processInstanceKey();

  long processDefinitionKey();

  /** The event or receive task that waits. */
  String elementId();

  /** Whether an instance of the process begins with the event. */
  default boolean startsProcess() {
    return elementInstanceKey() == Row.NONE;
  }
}

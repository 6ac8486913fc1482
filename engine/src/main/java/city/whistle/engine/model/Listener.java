package city.whistle.engine.model;

/**
 * An execution listener or task listener.
 *
 * @param event when it is called: START, END, or a user task's CREATING … CANCELING
 */
public record Listener(Event event, JobSpec job) {

  /** When a listener is called. */
  public enum Event {
    START,
    END,
    CREATING,
    ASSIGNING,
    UPDATING,
    COMPLETING,
    CANCELING;

    /** Whether execution listeners have it; the others are task listeners'. */
    public boolean isOfExecution() {
      return this == START || this == END;
    }
  }
}

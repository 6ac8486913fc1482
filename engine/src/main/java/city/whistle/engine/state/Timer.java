package city.whistle.engine.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A timer that is due some day.
 *
 * @param elementInstanceKey what the event belongs to, NONE for the start event of a process
 * @param processInstanceKey NONE for the start event of a process
 * @param dueAt in whole milliseconds
 * @param repetitions how often it still fires after this time, -1 without end
 * @param cycle the cycle as the model has it, null for a timer that fires once
 * @param depth how many elements were begun one after another up to a timer that is due at once, 0
 *     for one that has to be waited for
 */
public record Timer(
    long key,
    long elementInstanceKey,
    long processInstanceKey,
    long processDefinitionKey,
    String elementId,
    Instant dueAt,
    int repetitions,
    String cycle,
    int depth)
    implements Row, Catcher {

  public Timer {
    dueAt = dueAt.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The same, at an event of another process or version: it stays due when it was. */
  public Timer migrated(ProcessDefinition to, String eventId) {
    return new Timer(
        key,
        elementInstanceKey,
        processInstanceKey,
        to.key(),
        eventId,
        dueAt,
        repetitions,
        cycle,
        depth);
  }
}

package city.whistle.console.tasks;

import city.whistle.console.layout.Message;
import city.whistle.console.layout.Page;

/**
 * What others change of a task while somebody has its page open: who has it, and what its form
 * shows.
 *
 * @param path of the task's page
 * @param live what the page listens to; null where it only looks for itself now and then
 * @param open whether it is still to be done
 * @param mine whether the person has taken it
 * @param takenBy name of another who has it, or did it; null where nobody else has
 * @param shown all that the task sees, as JSON
 * @param problem what is wrong with a wish to take it over; null where nothing is
 */
public record TaskNowPart(
    String path,
    String live,
    boolean open,
    boolean mine,
    String takenBy,
    String shown,
    Message problem)
    implements Page {

  /** In one word. */
  public String state() {
    if (!open) {
      return "done";
    }
    return takenBy == null ? "free" : "taken";
  }
}

package city.whistle.console.supervision;

import city.whistle.console.layout.Page;
import city.whistle.console.supervision.SupervisionPage.Act;
import city.whistle.console.supervision.SupervisionPage.Cause;
import city.whistle.console.supervision.SupervisionPage.Party;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Why one case stands still, and what was done about it.
 *
 * @param state last part of its message's key
 * @param owner null until dispatched
 * @param causes empty where the case is over
 * @param acts what the person may do about it
 * @param done what was done about it, newest first
 * @param instance path of its process; null where it has none
 * @param asOf when all this was read
 */
public record StuckCasePage(
    String number,
    String title,
    String state,
    String owner,
    List<Cause> causes,
    List<Act> acts,
    List<Todo> tasks,
    List<Incident> incidents,
    List<Done> done,
    String instance,
    OffsetDateTime asOf)
    implements Page {

  /**
   * An open task.
   *
   * @param takenBy null where nobody has taken it
   * @param due null for none
   * @param began since when it is there
   * @param reassign path to give it to somebody; null where the person may not
   */
  public record Todo(
      String step,
      String name,
      List<Party> whose,
      String takenBy,
      OffsetDateTime due,
      OffsetDateTime began,
      String reassign) {}

  /** What keeps it from going on. */
  public record Incident(String step, String kind, OffsetDateTime since) {}

  /**
   * What somebody did about it.
   *
   * @param what last part of its message's key
   * @param refused the words of who refused it; null where it was done
   */
  public record Done(
      OffsetDateTime at, String who, String what, String target, String reason, String refused) {}
}

package city.whistle.console.tasks;

import city.whistle.console.layout.Page;
import city.whistle.console.tasks.Parties.Party;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Cases of the person's units for which somebody else has to do something now, or nobody.
 *
 * @param ofUnit whether the person has a unit that owns cases
 * @param looked how many open cases were looked at, those of the pages before among them
 * @param next path of the next page; null on the last
 */
public record WaitingPage(boolean ofUnit, List<Case> cases, int looked, String next)
    implements Page {

  /**
   * A case that waits.
   *
   * @param path of its page
   * @param settleBy null for no limit
   * @param steps what others have to do; empty where it waits for a day or an answer
   */
  public record Case(
      String number,
      String path,
      String title,
      String state,
      OffsetDateTime settleBy,
      List<Step> steps) {}

  /**
   * What somebody has to do.
   *
   * @param kind id of the step
   * @param name as the model calls it
   * @param whose those who may do it
   * @param takenBy null where nobody has taken it
   * @param due null for none
   */
  public record Step(
      String kind, String name, List<Party> whose, String takenBy, OffsetDateTime due) {}
}

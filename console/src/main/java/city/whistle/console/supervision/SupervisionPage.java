package city.whistle.console.supervision;

import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Page;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What stands still, and why.
 *
 * @param path of this page, by which it renews itself
 * @param areas districts to choose from; empty where there is no choice
 * @param area code of the chosen one; empty for all
 * @param stuck the chosen reasons, as text of the parameter
 * @param unit code of the chosen owner, empty for cases that nobody has; null for any
 * @param unitName null where none is chosen
 * @param anyUnit path without the choice of a unit
 * @param reasons counts by reason; empty on all pages but the first
 * @param groups counts by owner, those of a district together; empty on all pages but the first
 * @param whole whether the counts are of all cases; otherwise there are at least so many
 * @param next path of the next page; null on the last
 * @param acts whether the person may do something about it
 */
public record SupervisionPage(
    String path,
    List<Area> areas,
    String area,
    String stuck,
    String unit,
    String unitName,
    String anyUnit,
    List<Count> reasons,
    List<UnitGroup> groups,
    boolean whole,
    List<Row> rows,
    String next,
    Downloads downloads,
    boolean acts)
    implements Page {

  /** A district. */
  public record Area(String code, String name) {}

  /**
   * How many stand still for a reason.
   *
   * @param reason last part of its message's key
   * @param path of the list of them; null where it is a sum
   * @param chosen whether the list shows them
   */
  public record Count(String reason, int count, String path, boolean chosen) {}

  /**
   * The units of a district, or those of none.
   *
   * @param name of the district; null for units of the whole city, and for cases that nobody has
   * @param counts of all of them
   */
  public record UnitGroup(String name, List<Count> counts, List<UnitRow> units) {}

  /**
   * How many of a unit's cases stand still.
   *
   * @param name null for those that nobody has yet
   */
  public record UnitRow(String name, String path, List<Count> counts) {}

  /**
   * A case.
   *
   * @param owner null until dispatched
   * @param waits for whom it waits
   * @param actions what the person may do about it
   */
  public record Row(
      String number,
      String title,
      String owner,
      List<Cause> causes,
      List<Wait> waits,
      List<Act> actions) {}

  /**
   * Why a case stands still.
   *
   * @param reason last part of its message's key
   * @param detail last part of its message's key; for an incident its step
   * @param incident the incident's kind; null for other reasons
   * @param since null where nobody can tell
   */
  public record Cause(String reason, String detail, String incident, OffsetDateTime since) {}

  /**
   * Somebody for whom a case waits.
   *
   * @param takenBy null where nobody has taken it
   * @param due null for none
   */
  public record Wait(
      String step, String name, List<Party> whose, String takenBy, OffsetDateTime due) {}

  /**
   * A group of people.
   *
   * @param role last part of its message's key; null where the unit says it
   * @param unit null where it is of no unit
   */
  public record Party(String role, String unit) {}

  /**
   * Something to do.
   *
   * @param name last part of its message's key
   */
  public record Act(String name, String path) {}
}

package city.whistle.console.tasks;

import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Page;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The list of what is to do.
 *
 * @param path of this list with its filter, by which it renews itself
 * @param mine whether only what the person has taken is listed
 * @param kind id of the step that is listed; null for all
 * @param categories by which it can be narrowed; empty where there is nothing to choose
 * @param count of all that the filter takes; null where that isn't known
 * @param narrowed whether a filter leaves some out
 * @param next path of the next page; null on the last
 * @param takenOver what colleagues took over from the person
 * @param downloads of the list's files
 * @param waits whether the person has units whose cases may wait for others
 */
public record TasksPage(
    String path,
    List<Section> sections,
    List<Chip> chips,
    boolean mine,
    String kind,
    List<Option> categories,
    List<Option> streets,
    Long count,
    boolean narrowed,
    String next,
    List<TakeOvers.TakenOver> takenOver,
    Downloads downloads,
    boolean waits)
    implements Page {

  /**
   * Tasks whose limits are alike.
   *
   * @param name {@code late}, {@code today}, {@code later} or {@code open}
   * @param whole whether all of them are here, so that their number is known
   */
  public record Section(String name, List<Card> cards, boolean whole) {}

  /**
   * One task.
   *
   * @param path where it is done
   * @param kind id of its step
   * @param name of its step as the model calls it
   * @param title what it is about; empty where that is nothing in particular
   * @param number of its case or whistle; null for none
   * @param place null where none is known
   * @param due null for none
   * @param began since when it is there
   * @param takenBy name of another who has taken it; null where nobody else has
   * @param mine whether the person has taken it
   */
  public record Card(
      String path,
      String kind,
      String name,
      String title,
      String number,
      String place,
      OffsetDateTime due,
      OffsetDateTime began,
      String takenBy,
      boolean mine) {}

  /**
   * A filter to choose.
   *
   * @param kind id of the step that it chooses; null for those that are about whose task it is
   * @param name of the step as the model calls it, else the last part of a message's key
   */
  public record Chip(String path, String kind, String name, boolean chosen) {}

  /** A category or a sub-district to choose. */
  public record Option(String code, String name, boolean chosen) {}
}

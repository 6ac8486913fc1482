package city.whistle.console.figures;

import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Page;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A unit's figures.
 *
 * @param units one's units to choose from; empty where there is no choice
 * @param unit code of the one that is shown
 * @param unitName its name
 * @param numbers counts of cases, each with the path of the list behind it
 * @param load who has how many of the unit's tasks, the most first; the first without a person is
 *     what nobody has taken
 * @param whole whether all tasks were counted; otherwise there are at least so many
 * @param course path of the unit's course in the monthly assessment; null where the person may not
 *     see it
 * @param path of this page, by which it renews itself
 * @param downloads of the figures' files
 */
public record FiguresPage(
    List<Unit> units,
    String unit,
    String unitName,
    List<Number> numbers,
    List<Category> categories,
    List<Load> load,
    boolean whole,
    String course,
    String path,
    Downloads downloads)
    implements Page {

  /** A unit to choose. */
  public record Unit(String code, String name) {}

  /**
   * A count.
   *
   * @param name last part of its message's key
   */
  public record Number(String name, int count, String path) {}

  /** Open cases of a category. */
  public record Category(String name, int open, String openPath, int late, String latePath) {}

  /**
   * What somebody has to do.
   *
   * @param person null for what nobody has taken
   * @param tasks the most urgent of them
   */
  public record Load(String person, int count, int late, List<Todo> tasks) {}

  /**
   * A task.
   *
   * @param number of its case; null for none
   * @param due null for none
   * @param began since when it is there
   * @param handOn path to give it to somebody; null where the person may not
   */
  public record Todo(
      String step,
      String name,
      String path,
      String number,
      OffsetDateTime due,
      OffsetDateTime began,
      String handOn) {}
}

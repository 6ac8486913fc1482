package city.whistle.console.ranking;

import city.whistle.console.layout.Page;
import java.util.List;

/**
 * A unit's course over twelve months.
 *
 * @param month the last one, whose figures stand above
 * @param now of the last month; null where the unit has none of it
 * @param months the latest first; those of which nothing is to be seen are left out
 * @param path of the ranking of the last month
 */
public record CoursePage(String name, String month, UnitRow now, List<Month> months, String path)
    implements Page {

  /** Whether ranks are shown. */
  public boolean ranked() {
    return months.stream().anyMatch(month -> month.row().rank() != null);
  }

  /**
   * A month's figures, without what they are compared with.
   *
   * @param state of the version
   * @param path of its ranking
   */
  public record Month(String month, String state, UnitRow row, String path) {}
}

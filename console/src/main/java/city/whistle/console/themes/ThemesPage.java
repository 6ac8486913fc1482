package city.whistle.console.themes;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
import city.whistle.workers.theme.PastYears.PastYear;
import java.util.List;

/**
 * Months' themes, the latest first, and past years'.
 *
 * @param older path of the months before; null where there are none
 * @param months that the person may begin a theme for; null where he may not
 */
public record ThemesPage(
    List<Row> rows,
    String older,
    List<PastYear> years,
    List<String> months,
    Sent sent,
    Problems problems)
    implements Page {

  /** What somebody sent to begin one; empty before. */
  public record Sent(String month, String reason) {}

  /**
   * A month's theme.
   *
   * @param state last part of its message's key
   * @param name null until it is chosen, as is {@code lead}
   * @param problems empty until then
   */
  public record Row(
      String month,
      String state,
      String name,
      List<String> problems,
      String lead,
      long reached,
      int tasks) {}
}

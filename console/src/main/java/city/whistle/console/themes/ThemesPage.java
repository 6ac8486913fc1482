package city.whistle.console.themes;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
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
    List<Year> years,
    List<String> months,
    Sent sent,
    Problems problems)
    implements Page {

  /**
   * What is known of a past year.
   *
   * @param problems how many were taken up; {@code tasks} and {@code policies} are null where that
   *     isn't known
   * @param remark null for none, as is {@code remarkEnglish}
   */
  public record Year(
      int year,
      int problems,
      Integer tasks,
      Integer policies,
      List<String> named,
      String remark,
      String remarkEnglish,
      String source) {}

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

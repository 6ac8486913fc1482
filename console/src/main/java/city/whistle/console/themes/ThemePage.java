package city.whistle.console.themes;

import city.whistle.console.layout.Page;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * One month's theme.
 *
 * @param state last part of its message's key
 * @param name null until it is chosen
 * @param note why it was chosen, or why none was; null where nobody said
 * @param chart null while no problem is chosen
 */
public record ThemePage(
    String month,
    String state,
    String name,
    String note,
    String review,
    OffsetDateTime chooseUntil,
    OffsetDateTime workUntil,
    List<ProblemRow> problems,
    List<UnitRow> units,
    List<ResultRow> results,
    List<ProposalRow> proposals,
    Chart chart)
    implements Page {

  /**
   * @param kind last part of its message's key; null where it was not proposed
   */
  public record ProblemRow(String what, String category, String kind) {}

  /**
   * A unit with its tasks.
   *
   * @param successor who took over; empty where nobody did, null where the unit is still there
   * @param doneAt null until it said that its part is done
   */
  public record UnitRow(
      String name, boolean leads, String successor, OffsetDateTime doneAt, List<TaskRow> tasks) {}

  /**
   * @param reached null where the unit has told nothing yet
   * @param late whether its day is over and its number isn't reached
   */
  public record TaskRow(
      String what, int target, String measure, LocalDate due, Integer reached, boolean late) {}

  /**
   * @param kind {@code policy} or {@code site}
   */
  public record ResultRow(String kind, String name, String unit) {}

  /**
   * A category as it was proposed.
   *
   * @param growth in percent, with its sign; null where nothing is known of earlier years
   * @param unsettled in percent; null without an answered callback
   * @param places names with numbers
   * @param hint who asked for it; null where the figures alone did
   * @param hintPath where that is to be seen
   */
  public record ProposalRow(
      String category,
      String kind,
      int requests,
      String growth,
      String unsettled,
      int answered,
      int streets,
      List<String> places,
      String hint,
      String hintPath) {}
}

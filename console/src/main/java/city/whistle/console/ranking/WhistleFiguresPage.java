package city.whistle.console.ranking;

import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Page;
import java.util.List;

/** A month's whistles: both who blows and who is summoned are assessed. */
public record WhistleFiguresPage(
    Version version, List<Blown> blown, List<Summoned> summoned, Downloads downloads)
    implements Page {

  /**
   * A sub-district's whistles.
   *
   * @param kinds how many of each kind, by the last part of its message's key
   * @param perThousand whistles for 1000 cases that it was given; null where it was given none
   * @param use last part of its message's key; null where it was given none
   * @param path of the whistles behind a number, but for the figure's name; null where they are
   *     another's
   */
  public record Blown(
      String unit,
      String name,
      long blown,
      List<Kind> kinds,
      long judged,
      long justified,
      Double perThousand,
      String use,
      String path) {}

  /** How many whistles of a kind. */
  public record Kind(String kind, int count) {}

  /**
   * A unit's answers to whistles that ended in the month.
   *
   * @param path of the whistles behind a number, but for the figure's name; null where they are
   *     another's
   */
  public record Summoned(
      String unit,
      String name,
      long summoned,
      long arrived,
      long inTime,
      long absent,
      long notCome,
      long leaders,
      long heads,
      long staff,
      long done,
      long judged,
      long stayed,
      String path) {}
}

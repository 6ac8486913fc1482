package city.whistle.console.ranking;

import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.view.ChangeView;
import city.whistle.workers.assessment.view.RowView;
import java.math.BigDecimal;
import java.util.List;

/**
 * A unit's figures. What doesn't apply is null.
 *
 * @param unit code; null for the whole group
 * @param best the place that it might as well have, {@code worst} likewise
 * @param numbers how many cases each rate rests on
 * @param cases path of the cases behind a number, but for the figure's name; null where they are
 *     another's
 * @param trade path of its trade by who had the cases; null in other groups
 */
public record UnitRow(
    String unit,
    String name,
    Integer rank,
    Integer best,
    Integer worst,
    String band,
    Points score,
    Points contacted,
    Points settled,
    Points satisfied,
    Numbers numbers,
    Change sinceMonthBefore,
    Change sinceYearBegan,
    String cases,
    String trade) {

  static UnitRow of(RowView row, List<String> including, String cases, String trade) {
    return new UnitRow(
        row.unit(),
        row.name(),
        row.rank(),
        row.rankBest(),
        row.rankWorst(),
        row.band(),
        Points.of(row.score()),
        Points.of(row.contacted()),
        Points.of(row.settled()),
        Points.of(row.satisfied()),
        Numbers.of(row.counts()),
        Change.of(row.sinceMonthBefore(), List.of()),
        Change.of(row.sinceYearBegan(), including),
        cases,
        trade);
  }

  /** Numbers of cases, called as the figures are. */
  public record Numbers(
      long dispatched, long unanswered, long excluded, long valid, long settledAtFirst) {

    static Numbers of(Counts counts) {
      return new Numbers(
          counts.dispatched(),
          counts.unanswered(),
          counts.excluded(),
          counts.valid(),
          counts.settledAtFirst());
    }

    /** Whether there is any case behind them. */
    boolean isAny() {
      return dispatched + unanswered + excluded + valid > 0;
    }
  }

  /**
   * A change of the score, in points.
   *
   * @param significant whether it is more than chance explains
   * @param including names of units that were taken over since
   */
  public record Change(
      String since, BigDecimal score, boolean significant, List<String> including) {

    /** Null for null. */
    static Change of(ChangeView view, List<String> including) {
      return view == null
          ? null
          : new Change(view.since(), view.score(), view.significant(), including);
    }
  }
}

package city.whistle.workers.assessment.view;

import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.figure.Weights;
import city.whistle.workers.assessment.result.Inheritance;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * What a group's units had in an earlier month; empty where that month is not published.
 *
 * @param units by code, whatever group each was in then
 * @param pooled of the whole group
 * @param since who took over whom since
 */
record Earlier(
    YearMonth month, Map<String, Counts> units, Counts pooled, Weights weights, Inheritance since) {

  static Earlier of(
      YearMonth month,
      Map<String, Counts> units,
      Counts pooled,
      Weights weights,
      Inheritance since) {
    return new Earlier(month, since.inherited(units), pooled, weights, since);
  }

  static Earlier unknown(YearMonth month, Weights weights) {
    return new Earlier(month, Map.of(), Counts.NONE, weights, new Inheritance(Map.of()));
  }

  /** Null where there is nothing to compare. */
  ChangeView change(String unit, Counts now, Weights weightsNow, int decimals) {
    return change(
        units.getOrDefault(unit, Counts.NONE),
        now,
        weightsNow,
        decimals,
        since.takenOver(unit).stream().filter(units::containsKey).toList());
  }

  /** Of the whole group; null where there is nothing to compare. */
  ChangeView change(Counts now, Weights weightsNow, int decimals) {
    return change(pooled, now, weightsNow, decimals, List.of());
  }

  private ChangeView change(
      Counts before, Counts now, Weights weightsNow, int decimals, List<String> including) {
    return ChangeView.between(month, before, weights, now, weightsNow, decimals)
        .map(view -> view.including(including))
        .orElse(null);
  }
}

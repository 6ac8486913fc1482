package city.whistle.workers.assessment.view;

import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.figure.Weights;
import city.whistle.workers.assessment.result.GroupResult;
import city.whistle.workers.assessment.result.Row;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** What a group's units had in an earlier month; empty where that month is not published. */
record Earlier(YearMonth month, Map<String, Counts> units, Counts pooled, Weights weights) {

  static Earlier of(YearMonth month, GroupResult group, Weights weights) {
    Map<String, Counts> units = new HashMap<>();
    for (Row row : group.rows()) {
      units.put(row.unit(), row.counts());
    }
    return new Earlier(month, units, group.pooled(), weights);
  }

  static Earlier unknown(YearMonth month, Weights weights) {
    return new Earlier(month, Map.of(), Counts.NONE, weights);
  }

  /** Null where there is nothing to compare. */
  ChangeView change(String unit, Counts now, Weights weightsNow, int decimals) {
    return change(units.getOrDefault(unit, Counts.NONE), now, weightsNow, decimals);
  }

  /** Of the whole group; null where there is nothing to compare. */
  ChangeView change(Counts now, Weights weightsNow, int decimals) {
    return change(pooled, now, weightsNow, decimals);
  }

  private ChangeView change(Counts before, Counts now, Weights weightsNow, int decimals) {
    return ChangeView.between(month, before, weights, now, weightsNow, decimals).orElse(null);
  }
}

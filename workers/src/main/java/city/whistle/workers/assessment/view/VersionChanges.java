package city.whistle.workers.assessment.view;

import city.whistle.workers.assessment.figure.Counts;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;

/**
 * A version, and what it changed of the one before. Ranks of others may move with it.
 *
 * @param changes rows whose counts changed; empty for the first version
 */
public record VersionChanges(VersionView version, List<Change> changes) {

  /**
   * A row that was counted otherwise; scores and ranks are left out where there are none.
   *
   * @param before its counts in the version before
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Change(
      String group,
      String unit,
      Counts before,
      Counts after,
      BigDecimal scoreBefore,
      BigDecimal scoreAfter,
      Integer rankBefore,
      Integer rankAfter) {}
}

package city.whistle.workers.lane;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a lane has the class that it was given, by the checks of it. A quarter under the least
 * score costs it; so many months one after the other at that score or more bring it back. A time
 * without a check is neither: it has no score, and changes nothing but that a row of months ends.
 *
 * @param holds whether it has its class today
 * @param changes the earliest first
 */
public record Standing(boolean holds, List<Change> changes) {

  /**
   * @param checks the earliest first
   * @param today what takes effect later doesn't count
   */
  static Standing of(List<LaneCheck> checks, List<LanePolicy> policies, LocalDate today) {
    Walk walk = new Walk();
    for (LaneCheck check : checks) {
      if (!check.effectiveFrom().isAfter(today)) {
        walk.take(check, LanePolicies.on(policies, check.month().atEndOfMonth()).score());
      }
    }
    return new Standing(walk.holds, List.copyOf(walk.changes));
  }

  /**
   * @param on the first day on which it is so
   * @param holds false where the class was lost, true where it came back
   * @param period of the check that did it
   */
  public record Change(LocalDate on, boolean holds, String period) {}

  private static final class Walk {

    private final List<Change> changes = new ArrayList<>();
    private boolean holds = true;
    private int row;
    private YearMonth last;

    private void take(LaneCheck check, LanePolicy.Scores rule) {
      boolean enough = check.score().compareTo(rule.least()) >= 0;
      if (holds) {
        if (check.quarter() && !enough) {
          change(check);
        }
      } else if (check.month().equals(last)) {
        // the quarter ends with a month that was checked by itself: the month counts
        row = enough ? row : 0;
      } else {
        boolean follows = last != null && check.month().equals(last.plusMonths(1));
        row = enough ? (follows ? row : 0) + 1 : 0;
        last = check.month();
      }
      if (!holds && row >= rule.monthsToReturn()) {
        change(check);
      }
    }

    private void change(LaneCheck check) {
      holds = !holds;
      row = 0;
      last = check.month();
      changes.add(new Change(check.effectiveFrom(), holds, check.period()));
    }
  }
}

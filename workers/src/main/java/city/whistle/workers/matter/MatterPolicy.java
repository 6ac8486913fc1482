package city.whistle.workers.matter;

import java.time.LocalDate;

/**
 * How matters of several callers are counted, from a day on.
 *
 * @param countedAtMost how many complaints of one matter count in the month's rates, the leading
 *     case's first; at least 1
 * @param source where the rule comes from, or {@code assumed}
 */
record MatterPolicy(LocalDate validFrom, int countedAtMost, String source) {

  MatterPolicy {
    if (countedAtMost < 1) {
      throw new IllegalArgumentException("countedAtMost must be at least 1");
    }
  }
}

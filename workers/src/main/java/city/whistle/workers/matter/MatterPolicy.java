package city.whistle.workers.matter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;

/**
 * How matters of several callers are counted, from a day on. What its file says of bursts, others
 * read.
 *
 * @param countedAtMost how many complaints of one matter count in the month's rates, the leading
 *     case's first; at least 1
 * @param source where the rule comes from, or {@code assumed}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record MatterPolicy(LocalDate validFrom, int countedAtMost, String source) {

  MatterPolicy {
    if (countedAtMost < 1) {
      throw new IllegalArgumentException("countedAtMost must be at least 1");
    }
  }
}

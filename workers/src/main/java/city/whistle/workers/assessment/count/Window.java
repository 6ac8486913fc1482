package city.whistle.workers.assessment.count;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What one version of a month's assessment counts.
 *
 * @param assessmentId whose exclusions hold
 * @param until the first moment that is not counted
 * @param lastAnswer whether a case's last valid answer counts; else its first
 */
public record Window(
    UUID assessmentId, OffsetDateTime from, OffsetDateTime until, boolean lastAnswer) {

  Map<String, Object> params() {
    Map<String, Object> params = new HashMap<>();
    params.put("assessment", assessmentId);
    params.put("from", from);
    params.put("until", until);
    params.put("last", lastAnswer);
    return params;
  }
}

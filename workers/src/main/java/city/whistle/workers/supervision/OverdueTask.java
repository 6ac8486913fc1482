package city.whistle.workers.supervision;

import city.whistle.workers.unit.UnitRef;
import java.util.UUID;

/**
 * A task that nobody did in time.
 *
 * @param caseId null for a whistle without a case
 * @param whistleId null for a case without a whistle, with {@code whistleNumber}
 * @param assessmentId of a month's assessment, which has neither; else null
 * @param processInstanceKey of the process that waits for it
 * @param unit whose people have it; null where it is the centre's own
 * @param task its element
 * @param taskName what staff call it
 * @param by candidate group of those who supervise it
 */
public record OverdueTask(
    UUID caseId,
    UUID whistleId,
    String whistleNumber,
    UUID assessmentId,
    long processInstanceKey,
    UnitRef unit,
    String task,
    String taskName,
    String by) {}

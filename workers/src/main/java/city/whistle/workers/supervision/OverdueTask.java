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
 * @param key of the task in the engine
 * @param modelCause for which the model itself has supervised it by now; null where it does not
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
    long key,
    String modelCause,
    String by) {}

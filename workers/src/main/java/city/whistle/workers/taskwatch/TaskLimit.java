package city.whistle.workers.taskwatch;

import java.util.Locale;
import java.util.Map;

/**
 * What the organisation's data say of a kind of task: until when it is done, and what follows where
 * it isn't.
 *
 * @param process id of the process that has it
 * @param element id of the user task
 * @param within ISO 8601 duration from its beginning; null where the model gives the due date
 * @param caseLimit the limit of the case that it is due at, {@code signBy}, {@code contactBy} or
 *     {@code settleBy}; beside {@code within} the latest; null where none
 * @param remindShare share of its time after which its people are reminded, 0 to 1; null where the
 *     model does so
 * @param againEvery ISO 8601 duration after which what nobody did is escalated once more
 * @param escalatedBy the model's event that escalates at the due date, so that the watch begins one
 *     period later; null where the watch does
 * @param escalateTo who supervises, as {@link city.whistle.workers.supervision.Supervisors#of} has
 *     it
 */
record TaskLimit(
    String process,
    String element,
    String within,
    String caseLimit,
    Double remindShare,
    String againEvery,
    String escalatedBy,
    String escalateTo) {

  /** A summoned unit that has not signed has not come either: one cause for both. */
  private static final Map<String, String> CAUSES =
      Map.of("SignMissing", "absence", "ArriveMissing", "absence");

  /** For which the model's event supervises the task; null where the model does not. */
  String cause() {
    return escalatedBy == null
        ? null
        : CAUSES.getOrDefault(
            escalatedBy,
            escalatedBy.substring(0, 1).toLowerCase(Locale.ROOT) + escalatedBy.substring(1));
  }
}

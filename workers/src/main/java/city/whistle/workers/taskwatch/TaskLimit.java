package city.whistle.workers.taskwatch;

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
    String escalateTo) {}

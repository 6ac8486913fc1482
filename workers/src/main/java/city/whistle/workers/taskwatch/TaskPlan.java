package city.whistle.workers.taskwatch;

import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * What is to happen with a task that nobody does, and when.
 *
 * @param remindAt null where nobody is to be reminded
 * @param escalateAt the first time; then again after each {@code every}
 */
record TaskPlan(
    OffsetDateTime due, OffsetDateTime remindAt, OffsetDateTime escalateAt, Duration every) {

  static TaskPlan of(TaskLimit limit, OffsetDateTime began, OffsetDateTime due) {
    Duration every = Duration.parse(limit.againEvery());
    return new TaskPlan(
        due,
        remindAt(limit, began, due),
        limit.escalatedBy() == null ? due : due.plus(every),
        every);
  }

  /** A task that was late when it began is not announced. */
  private static OffsetDateTime remindAt(
      TaskLimit limit, OffsetDateTime began, OffsetDateTime due) {
    if (limit.remindShare() == null || !due.isAfter(began)) {
      return null;
    }
    long millis = Duration.between(began, due).toMillis();
    return began.plus(Duration.ofMillis(Math.round(millis * limit.remindShare())));
  }

  /** Whether its people are to be told now that it is due soon. */
  boolean remindsAt(OffsetDateTime now) {
    return remindAt != null && !now.isBefore(remindAt) && now.isBefore(due);
  }

  /** How many periods it is overdue; 0 where it isn't, or the model sees to it as yet. */
  long timesOverdue(OffsetDateTime now) {
    return now.isBefore(escalateAt) ? 0 : 1 + Duration.between(escalateAt, now).dividedBy(every);
  }

  /** When there is something to do next. */
  OffsetDateTime after(OffsetDateTime now) {
    if (remindAt != null && now.isBefore(remindAt)) {
      return remindAt;
    }
    return escalateAt.plus(every.multipliedBy(timesOverdue(now)));
  }
}

package city.whistle.engine.command;

import city.whistle.engine.expression.Evaluations;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.UserTask;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What a person or a task listener wants changed of a user task. Null keeps an attribute, an empty
 * text or list clears it; a priority can't be cleared.
 *
 * @param dueDate with offset, such as 2026-01-31T12:00:00Z
 * @param followUpDate as the due date
 * @param priority 0 to 100
 * @see <a
 *     href="https://docs.camunda.io/docs/8.8/apis-tools/orchestration-cluster-api-rest/specifications/update-user-task/">update
 *     user task</a>
 * @see <a
 *     href="https://docs.camunda.io/docs/8.8/apis-tools/orchestration-cluster-api-rest/specifications/complete-job/">complete
 *     job: corrections</a>
 */
public record TaskChanges(
    String assignee,
    List<String> candidateGroups,
    List<String> candidateUsers,
    String dueDate,
    String followUpDate,
    Integer priority) {

  public static final TaskChanges NONE = new TaskChanges(null, null, null, null, null, null);

  public boolean isEmpty() {
    return equals(NONE);
  }

  /**
   * @throws Rejection where a date or the priority is none
   */
  UserTask.Attributes of(UserTask.Attributes now) {
    return new UserTask.Attributes(
        assignee == null ? now.assignee() : emptyToNull(assignee),
        candidateGroups == null ? now.candidateGroups() : List.copyOf(candidateGroups),
        candidateUsers == null ? now.candidateUsers() : List.copyOf(candidateUsers),
        dueDate == null ? now.dueDate() : date("dueDate", dueDate),
        followUpDate == null ? now.followUpDate() : date("followUpDate", followUpDate),
        priority == null ? now.priority() : checkedPriority());
  }

  private int checkedPriority() {
    if (priority < 0 || priority > 100) {
      throw Rejection.invalid(
          "Expected the priority to be between 0 and 100, but it is %d.".formatted(priority));
    }
    return priority;
  }

  private static OffsetDateTime date(String name, String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Evaluations.parseDateTime(text).toOffsetDateTime();
    } catch (DateTimeException e) {
      throw Rejection.invalid(
          "Expected '%s' to be a date and time with offset, such as 2026-01-31T12:00:00Z, or empty to clear it."
              .formatted(name));
    }
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}

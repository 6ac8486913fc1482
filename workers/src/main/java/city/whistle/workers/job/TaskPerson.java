package city.whistle.workers.job;

import io.camunda.client.api.response.ActivatedJob;
import java.util.Optional;

/** Who has the task of a listener's job. */
public final class TaskPerson {

  /** Where the task was completed without being taken. */
  public static final String NOBODY = "unassigned";

  private TaskPerson() {}

  public static String of(ActivatedJob listener) {
    return Optional.ofNullable(listener.getUserTask())
        .map(task -> task.getAssignee())
        .filter(assignee -> !assignee.isBlank())
        .orElse(NOBODY);
  }
}

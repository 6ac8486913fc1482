package city.whistle.workers.job;

import io.camunda.client.api.response.ActivatedJob;
import java.util.Optional;

/** Who has the task of a listener's job. */
public final class TaskPerson {

  /** Where the task was completed without being taken. */
  private static final String NOBODY = "unassigned";

  private static final String CLAIM_FIRST =
      "请先认领任务再提交：这一步须记下由谁作出。"
          + " Claim the task first, then complete it: what it decides has to be somebody's.";

  private TaskPerson() {}

  /** For the timeline; whatever depends on the person asks for {@link #named}. */
  public static String of(ActivatedJob listener) {
    return find(listener).orElse(NOBODY);
  }

  /**
   * The person, where the task's effect needs to know him.
   *
   * @throws CompletionDenied where nobody has taken the task
   */
  public static String named(ActivatedJob listener) {
    return find(listener).orElseThrow(() -> new CompletionDenied(CLAIM_FIRST));
  }

  private static Optional<String> find(ActivatedJob listener) {
    return Optional.ofNullable(listener.getUserTask())
        .map(task -> task.getAssignee())
        .filter(assignee -> !assignee.isBlank());
  }
}

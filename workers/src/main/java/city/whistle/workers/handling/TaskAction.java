package city.whistle.workers.handling;

import io.camunda.client.api.response.ActivatedJob;
import java.util.Optional;

/**
 * The action with which a task is completed, as Camunda hands it to the task's listeners: plain, or
 * for somebody for whom the assignee stands in.
 */
public final class TaskAction {

  private static final String COMPLETE = "complete";
  private static final String FOR = COMPLETE + "-for:";

  private TaskAction() {}

  /**
   * @param lender id of the person for whom it is done; null where it is the assignee's own
   */
  public static String completing(String lender) {
    return lender == null ? COMPLETE : FOR + lender;
  }

  /** For whom the listener's task was completed; empty for the assignee himself. */
  static Optional<String> lender(ActivatedJob job) {
    return Optional.ofNullable(job.getUserTask())
        .map(task -> task.getAction())
        .filter(action -> action.startsWith(FOR))
        .map(action -> action.substring(FOR.length()));
  }
}

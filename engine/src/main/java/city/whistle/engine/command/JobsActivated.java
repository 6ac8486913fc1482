package city.whistle.engine.command;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.UserTask;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Jobs locked for a worker.
 *
 * @param omitted key of a job that alone is larger than an answer may be, NONE mostly
 */
public record JobsActivated(List<ActivatedJob> jobs, long omitted) {

  /** A user task's date as workers read it: ISO 8601 in UTC, null for none. */
  public static String text(OffsetDateTime date) {
    return date == null ? null : date.toInstant().toString();
  }

  /**
   * @param userTask the user task of a task listener's job, null for all others
   */
  public record ActivatedJob(Job job, JsonValue variables, UserTask userTask) {}
}

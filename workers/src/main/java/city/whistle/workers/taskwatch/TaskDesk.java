package city.whistle.workers.taskwatch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * People's open tasks, where the engine keeps them. What was written a moment ago it may not show
 * yet.
 */
public interface TaskDesk {

  /** Tasks of the process that have no follow-up date, oldest first. */
  List<WatchedTask> unseen(String process, int max);

  /** Tasks of the process whose follow-up date has come, the longest waiting first. */
  List<WatchedTask> toLookAt(String process, OffsetDateTime now, int max);

  /** Open tasks of a group, oldest first. */
  List<WatchedTask> ofGroup(String group, int max);

  /**
   * Sets both dates; a task that is over stays so.
   *
   * @param due null for none
   */
  void schedule(WatchedTask task, OffsetDateTime due, OffsetDateTime lookAt);

  /** Has other groups' people do it; a task that is over stays so. */
  void handOver(WatchedTask task, List<String> groups);

  /** Variables of the task's process instance, those of these names that it has. */
  Map<String, JsonNode> variables(WatchedTask task, String... names);
}

package city.whistle.workers.stuck;

import city.whistle.workers.stuck.EngineView.EngineAway;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The open tasks of many instances. Camunda's search for tasks takes one instance, so on a cluster
 * each is a question of its own; an engine that runs in the same program is asked for all at once
 * (docs/adr/0044).
 */
public interface TasksOfInstances {

  /** So many of one instance, the oldest; more are left out. */
  int MAX = 100;

  /**
   * By instance, the oldest first; an instance without an open task isn't among them. Tasks of what
   * an instance called are not its own.
   *
   * @throws EngineAway where the engine doesn't answer
   */
  Map<Long, List<OpenTask>> of(Collection<Long> instances);

  /**
   * A task to be done.
   *
   * @param name as the model calls it, else its element
   * @param assignee null where nobody has taken it
   * @param groups whose it is
   * @param due null where it has no limit
   */
  record OpenTask(
      long key,
      String element,
      String name,
      String assignee,
      List<String> groups,
      OffsetDateTime since,
      OffsetDateTime due,
      long instance) {

    /**
     * @param name null where it has none
     * @param assignee null or blank where nobody has taken it
     * @param groups null for none
     */
    public OpenTask {
      name = name == null ? element : name;
      assignee = assignee == null || assignee.isBlank() ? null : assignee;
      groups = groups == null ? List.of() : List.copyOf(groups);
    }
  }
}

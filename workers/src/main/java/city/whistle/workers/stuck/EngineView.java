package city.whistle.workers.stuck;

import city.whistle.workers.stuck.UnanswerableForms.Shown;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the engine tells of cases' processes.
 *
 * <p>Every call throws {@link EngineAway} where it doesn't answer. What was written a moment ago it
 * may not tell yet.
 */
public interface EngineView {

  /** The instances that have run or run; an instance that the engine doesn't know is left out. */
  Map<Long, Instances> instances(Collection<Long> roots);

  /**
   * Of the instances that run and that nothing called: those that can't go on, or that called one
   * that can't; more than {@code max} are cut off.
   */
  List<Long> hindered(int max);

  /** What keeps the instances from going on, oldest first. */
  List<Obstacle> obstacles(Instances instances);

  /** Of each instance an open task that shows one of these forms. */
  Map<Long, Obstacle> showing(Collection<Shown> forms);

  /** Steps that failed and are tried again without anybody's help; since when isn't known. */
  List<Obstacle> retried(Instances instances);

  /** Where newer models stand than those that the process began with, and keeps to its end. */
  Optional<NewerModels> newerModels(long processInstanceKey);

  /** For whom, or what, the instances wait, oldest first. */
  default List<Wait> waits(Instances instances) {
    return waits(List.of(instances)).get(0);
  }

  /** For whom, or what, each of them waits, oldest first; in their order. */
  List<List<Wait>> waits(List<Instances> many);

  /**
   * A process and all that it called.
   *
   * @param endedAt when it ended by itself or was cancelled; null while it runs
   * @param tags with which it was begun
   * @param running keys of the instances that run
   * @param hindered those of them that can't go on
   */
  record Instances(
      OffsetDateTime endedAt, Set<String> tags, List<Long> running, List<Long> hindered) {

    /**
     * False where the engine, restored from an older backup, gave the key to another case's
     * process.
     */
    boolean mayBeOf(String caseNumber) {
      return tags.contains("case:" + caseNumber)
          || tags.stream().noneMatch(tag -> tag.startsWith("case:"));
    }
  }

  /** Versions of one process. */
  record NewerModels(int its, int latest) {}

  /**
   * Of an incident: where, of which kind, since when. Its message may quote data, and stays.
   *
   * @param since null where it isn't known
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Obstacle(String element, String kind, OffsetDateTime since) {

    /** The kind of a task that nobody can do, since its form as deployed can't be answered. */
    public static final String FORM = "FORM_UNANSWERABLE";
  }

  /**
   * An open task.
   *
   * @param assignee null where nobody has taken it
   * @param due null where it has no limit
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Wait(
      String task,
      String element,
      List<String> groups,
      String assignee,
      OffsetDateTime since,
      OffsetDateTime due) {}

  /** The engine doesn't answer now. */
  class EngineAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    public EngineAway(RuntimeException cause) {
      super("the engine doesn't answer; ask again soon", cause);
    }
  }
}

package city.whistle.workers.difference;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the engine has, page by page. What was written a moment ago it may not tell yet. Every call
 * throws {@link city.whistle.workers.stuck.EngineView.EngineAway} where it doesn't answer.
 */
public interface EngineInventory {

  /** Whether models are deployed, so that a comparison makes sense. */
  boolean ready();

  /**
   * The instances of these keys, running or ended; one that the engine doesn't know is left out.
   */
  Map<Long, Instance> find(Collection<Long> keys);

  /**
   * Running instances of a process, called ones with them, oldest first.
   *
   * @param cursor where the page before ended; null for the first
   */
  Page running(String process, String cursor);

  /** Of each instance its own variables of these names, those that it has. */
  Map<Long, Map<String, JsonNode>> variables(Collection<Long> instances, Set<String> names);

  /** When the oldest instance began that the engine knows; empty where it knows none. */
  Optional<OffsetDateTime> oldest();

  /** Open tasks of any of the groups, oldest first. */
  List<GroupTask> tasksOf(Collection<String> groups, int max);

  /**
   * @param called whether another process called it
   * @param endedAt null while it runs
   * @param cancelled whether it was cancelled; false while it runs
   */
  record Instance(
      long key,
      boolean called,
      Set<String> tags,
      OffsetDateTime startedAt,
      OffsetDateTime endedAt,
      boolean cancelled) {

    boolean runs() {
      return endedAt == null;
    }

    /** What stands behind {@code prefix} in a tag; empty where no tag has it. */
    Optional<String> tagged(String prefix) {
      return tags.stream()
          .filter(tag -> tag.startsWith(prefix))
          .map(tag -> tag.substring(prefix.length()))
          .findFirst();
    }
  }

  /**
   * @param cursor for the next page; null on the last
   */
  record Page(List<Instance> items, String cursor) {}

  /** An open task and all groups whose people may do it. */
  record GroupTask(long key, long instance, List<String> groups, OffsetDateTime since) {}
}

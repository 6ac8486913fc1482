package city.whistle.console.supervision;

import city.whistle.console.layout.Page;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What the engine can't get over by itself, put together by the step that fails.
 *
 * @param max how many incidents were looked at where there are more; 0 where it is all of them
 */
public record IncidentsPage(List<Group> groups, int max) implements Page {

  /**
   * A step of a version of a process that fails.
   *
   * @param process last part of its message's key
   * @param processName as the model calls it
   * @param step id of the element
   * @param stepName as the model calls it
   * @param instances how many can't go on there
   * @param path of the list of them
   * @param since when the oldest began
   * @param texts in the engine's own words, the most frequent first
   */
  public record Group(
      String process,
      String processName,
      int version,
      String step,
      String stepName,
      long instances,
      String path,
      OffsetDateTime since,
      List<Text> texts) {}

  /**
   * @param kind last part of its message's key
   */
  public record Text(String kind, String words, long count) {}
}

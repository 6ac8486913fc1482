package city.whistle.console.supervision;

import city.whistle.console.layout.Page;
import java.util.List;

/** Which processes there are, and how many of each version run. */
public record ProcessesPage(List<Row> rows) implements Page {

  /**
   * A process.
   *
   * @param id last part of its message's key
   * @param name as the model calls it
   * @param running of all versions that are listed
   * @param versions the newest, and older ones as far as instances of them run
   */
  public record Row(String id, String name, long running, String path, List<Version> versions) {}

  /**
   * @param tag null where the model has none
   * @param instances path of the list of those that run
   * @param chosen whether the page shows it
   */
  public record Version(
      int number, String tag, long running, String path, String instances, boolean chosen) {}
}

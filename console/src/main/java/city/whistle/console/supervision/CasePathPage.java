package city.whistle.console.supervision;

import city.whistle.console.layout.Page;
import city.whistle.console.supervision.InstancePage.Part;
import city.whistle.console.supervision.ProcessPage.Drawing;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The way of a case through its process.
 *
 * @param drawing null where the engine doesn't know its process, or none was begun
 * @param leftOut how many steps at the beginning are not told
 * @param called what it called, the newest first
 * @param asOf when all this was read
 */
public record CasePathPage(
    String number,
    String title,
    Drawing drawing,
    List<Part> path,
    int leftOut,
    List<Called> called,
    OffsetDateTime asOf)
    implements Page {

  /**
   * A process that the case's process called.
   *
   * @param process last part of its message's key
   * @param name of the process as the model calls it
   * @param state last part of its message's key
   * @param leftOut how many steps at the beginning are not told
   */
  public record Called(
      String process,
      String name,
      String state,
      OffsetDateTime began,
      List<Part> path,
      int leftOut) {}
}

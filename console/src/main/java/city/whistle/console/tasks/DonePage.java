package city.whistle.console.tasks;

import city.whistle.console.layout.Page;
import java.util.List;

/**
 * What is true after a task was done, and where to go on.
 *
 * @param done whether the task is done; false where it isn't yet, as far as the engine tells
 * @param by name of another who had it at the end; null where the person did it himself
 * @param kind id of the step
 * @param name of the step as the model calls it
 * @param open what people have to do for the case now; null where that isn't known
 * @param nextPath of the next task; null where nothing is left to do
 */
public record DonePage(
    boolean done,
    String by,
    String kind,
    String name,
    TaskPage.Outline outline,
    List<Open> open,
    String nextPath,
    String nextKind,
    String nextName)
    implements Page {

  /**
   * What somebody has to do.
   *
   * @param path where the person does it; null where it isn't his
   * @param kind id of the step
   * @param name of the step as the model calls it
   */
  public record Open(String path, String kind, String name) {}
}

package city.whistle.console.tasks;

import city.whistle.console.layout.Message;
import city.whistle.console.layout.Page;
import city.whistle.console.limits.WhyStep;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * One task: its form, and the case's outline beside it.
 *
 * @param kind id of the step
 * @param name of the step as the model calls it
 * @param photosPath of the case's photos; null where the person adds none
 * @param form the form's schema as JSON; null where the task has none
 * @param values what the form shows at first, as JSON
 * @param isDraft whether what the person had begun to fill in is among the values
 * @param takenBy name of another who has taken it; null where nobody else has
 * @param mine whether the person has taken it
 * @param refusal why the engine didn't take what was sent, as it said; null where nothing was sent
 * @param problem what is wrong with a wish to take it over, or that somebody else has it by now;
 *     null where nothing is
 */
public record TaskPage(
    String path,
    String kind,
    String name,
    OffsetDateTime due,
    Outline outline,
    String photosPath,
    String form,
    String values,
    boolean isDraft,
    String takenBy,
    boolean mine,
    String refusal,
    Message problem)
    implements Page {

  @Override
  public HttpStatus status() {
    return refusal == null && problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /**
   * What a task is about.
   *
   * @param number of the case or whistle; null where it is about neither
   * @param path of the case's page; null where there is none that the person may see
   * @param owner name of the unit that has the case; null for none
   * @param why how {@code settleBy} came about, earliest first
   * @param steps the last that happened, newest first
   */
  public record Outline(
      String number,
      String title,
      String path,
      String owner,
      String category,
      String place,
      OffsetDateTime settleBy,
      List<WhyStep> why,
      List<Step> steps) {}

  /** Something that happened. */
  public record Step(OffsetDateTime at, String what, String who, String why) {}
}

package city.whistle.console.tasks;

import city.whistle.console.layout.Page;
import city.whistle.console.limits.WhyStep;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * One task: its form, and the case's outline beside it.
 *
 * @param kind id of the step
 * @param name of the step as the model calls it
 * @param began since when it is there
 * @param photosPath of the case's photos; null where the person adds none
 * @param form the form's schema as JSON; null where the task has none
 * @param values what the form shows at first, as JSON
 * @param isDraft whether what the person had begun to fill in is among the values
 * @param now who has it
 * @param wrong what the form has against what was sent; empty where nothing was, or nothing is
 */
public record TaskPage(
    String path,
    String kind,
    String name,
    OffsetDateTime due,
    OffsetDateTime began,
    Outline outline,
    String photosPath,
    String form,
    String values,
    boolean isDraft,
    TaskNowPart now,
    List<AtField> wrong)
    implements Page {

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

  /**
   * What is wrong at a field, in both languages.
   *
   * @param path of the field among the form's variables; empty for what is no field of the form
   * @param label of the field; empty for what is no field of the form
   */
  public record AtField(
      String path, String label, String sentence, String labelEnglish, String sentenceEnglish) {}

  /** Something that happened. */
  public record Step(OffsetDateTime at, String what, String who, String why) {}
}

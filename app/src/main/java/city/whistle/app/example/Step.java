package city.whistle.app.example;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What somebody does in an example. */
public sealed interface Step {

  /** About which case of the example something is done. */
  enum About {
    /** The complaint, the whistle, the patrol or the burst that the example is about. */
    MATTER,
    /** The complaint that came before it, or the first of a burst. */
    EARLIER,
    /** All the other complaints of a burst, each. */
    OTHERS,
    /** The case, or the whistle, that a patrol became, or the whistle for a burst. */
    OPENED,
    /** The figures of the month in which the case counts. */
    FIGURES
  }

  /**
   * Staff take a task each and complete it.
   *
   * @param by user names, one after the other
   * @param task the element's id
   * @param variables what its form asks for
   */
  record Task(List<String> by, String task, Map<String, Object> variables, About about)
      implements Step {}

  /**
   * The hotline passes on what the resident wants.
   *
   * @param wish {@code urge}, {@code supplement} or {@code withdraw}
   * @param text the resident's words; null for none
   */
  record Tell(String wish, String text, About about) implements Step {}

  /**
   * A dispatcher has one of the two complaints follow the other, since both are about one matter,
   * or has it handled by itself again.
   *
   * @param what {@code merge} or {@code part}
   * @param about the one that follows
   * @param by user name of the dispatcher
   * @param reason null for none
   */
  record Order(String what, About about, String by, String reason) implements Step {}

  /**
   * The owner, once the case is over, asks that it be left out of the month's figures, or appeals
   * against them.
   *
   * @param what {@code exclusion} or {@code appeal}
   * @param ground code of one of the policy's grounds
   */
  record Ask(String what, String ground, String evidence) implements Step {}

  /** The month in which the case counts is over for everybody, and its figures are computed. */
  record EndMonth() implements Step {}

  /**
   * The centre brings rows of one of the organisation's lists.
   *
   * @param list its name, as the API has it
   * @param rows by the columns' names; what a row leaves out is empty
   */
  record Bring(String list, List<Map<String, Object>> rows) implements Step {}

  /**
   * Time passes, for everybody.
   *
   * @param after the kind of timeline line that must be there first; null for none
   */
  record Wait(Duration time, String after) implements Step {}
}

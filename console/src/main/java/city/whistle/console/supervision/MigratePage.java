package city.whistle.console.supervision;

import city.whistle.console.layout.Message;
import city.whistle.console.layout.Page;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * To which version an instance is migrated, and what that does.
 *
 * @param number of the case; null where it is of none
 * @param title of what it is done to
 * @param path where it is sent
 * @param back path of the instance
 * @param version that it goes by now
 * @param versions the others, the newest first
 * @param to number of the version that was chosen; null where none was
 * @param asked steps for which it must be chosen what they become
 * @param wrong what is wrong with what was chosen, or why it can't be done; null for nothing
 * @param preview what it will do; empty until everything is chosen
 * @param seal of what is shown: what is sent with another is not done
 */
public record MigratePage(
    String number,
    String title,
    String path,
    String back,
    int version,
    List<Version> versions,
    Integer to,
    List<Question> asked,
    Message wrong,
    List<Message> preview,
    String seal,
    ActionForm form)
    implements Page {

  /** Whether it can be done as it was chosen. */
  public boolean isSure() {
    return !preview.isEmpty() && wrong == null;
  }

  @Override
  public HttpStatus status() {
    return form.problems().isEmpty() && form.refusal() == null && wrong == null
        ? HttpStatus.OK
        : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /**
   * @param tag null where it has none
   */
  public record Version(int number, String tag) {}

  /**
   * @param choices what the step may become
   * @param chosen id of one of them; empty where none was
   */
  public record Question(Step step, List<Step> choices, String chosen) {}

  /** An element of a process. */
  public record Step(String id, String name) {}
}

package city.whistle.console.supervision;

import city.whistle.console.layout.Message;
import city.whistle.console.layout.Page;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * From where to where an instance is moved, and what that does.
 *
 * @param number of the case; null where it is of none
 * @param title of what it is done to
 * @param path where it is sent
 * @param back path of the instance
 * @param standing where it stands
 * @param steps where it can begin
 * @param from key of where it leaves; null where none was chosen
 * @param to id of where it begins; empty where none was chosen
 * @param wrong what is wrong with what was chosen, or why it can't be done; null for nothing
 * @param preview what it will do; empty until both are chosen
 */
public record MovePage(
    String number,
    String title,
    String path,
    String back,
    List<Place> standing,
    List<Place> steps,
    Long from,
    String to,
    Message wrong,
    List<Message> preview,
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
   * @param value how it is sent
   * @param since null for a step where nobody stands
   */
  public record Place(String value, String id, String name, OffsetDateTime since) {}
}

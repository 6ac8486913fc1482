package city.whistle.console.supervision;

import city.whistle.console.layout.Page;
import org.springframework.http.HttpStatus;

/**
 * A variable with all of its value, and where it is changed.
 *
 * @param path where the form is sent
 * @param back path of its instance
 * @param number of the case; null where it is of none
 * @param value what the engine has, as JSON
 * @param changes whether the person may change it
 * @param written what was written as its new value
 * @param sure whether the new value was read and is shown beside the old one, to be said yes to
 */
public record VariablePage(
    String name,
    String path,
    String back,
    String number,
    String value,
    boolean changes,
    String written,
    boolean sure,
    ActionForm form)
    implements Page {

  @Override
  public HttpStatus status() {
    return form.problems().isEmpty() && form.refusal() == null
        ? HttpStatus.OK
        : HttpStatus.UNPROCESSABLE_ENTITY;
  }
}

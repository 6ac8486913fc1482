package city.whistle.workers.request;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A day in a request, such as 2026-04-01, in years that a city's records know. */
public final class RequestDay {

  /** What would be right, for where a text is none. */
  public static final String WANTED = "must be a day such as 2026-04-01, from 1900 to 2199";

  private RequestDay() {}

  public static Optional<LocalDate> read(String text) {
    try {
      return text.matches("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")
          ? Optional.of(LocalDate.parse(text))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The field's day; null where it isn't there. */
  public static LocalDate of(RequestFields fields, String name) {
    String text = fields.text(name, 40);
    return text == null ? null : read(text).orElseGet(() -> fields.refuse(name, WANTED));
  }

  /** The same, of what must be there. */
  public static LocalDate required(RequestFields fields, String name) {
    String text = fields.requiredText(name, 40);
    return text == null ? null : read(text).orElseGet(() -> fields.refuse(name, WANTED));
  }
}

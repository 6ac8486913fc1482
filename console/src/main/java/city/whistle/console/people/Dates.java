package city.whistle.console.people;

import city.whistle.console.layout.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads a form's dates. */
public final class Dates {

  private Dates() {}

  /** Null where it is none, which {@code problems} then says. */
  public static LocalDate read(String field, String text, Problems problems) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      problems.add(field, "person.date.wrong");
      return null;
    }
  }
}

package city.whistle.console.signin;

import city.whistle.console.layout.Page;
import java.util.List;

/**
 * A form that wasn't saved, to be sent again by its person.
 *
 * @param area where it was sent: first part of its path
 * @param fields null where it can't be shown: it was somebody else's
 */
public record KeptFormPage(String area, List<Field> fields) implements Page {

  /** A field as it was sent. */
  public record Field(String name, String value) {}
}

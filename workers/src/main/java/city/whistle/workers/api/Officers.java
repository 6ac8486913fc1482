package city.whistle.workers.api;

import city.whistle.workers.request.RequestFields;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Reads the person for whom a client acts. */
final class Officers {

  private static final String ID = "[\\p{L}\\p{N}][\\p{L}\\p{N}._@:-]{0,99}";

  /** Names under which the system itself and those who are no officers stand in timelines. */
  private static final Set<String> RESERVED =
      new TreeSet<>(Set.of("system", "resident", "hotline", "unassigned"));

  private Officers() {}

  /** Field {@code officer}, required. */
  static String read(RequestFields fields) {
    return read(fields, "officer");
  }

  /** The field of that name, required. */
  static String read(RequestFields fields, String name) {
    return fields.requiredText(name, 100) == null
        ? null
        : fields.checkedText(
            name,
            100,
            text -> text.matches(ID) && !RESERVED.contains(kind(text)),
            "must be a user's id: letters, digits and . _ @ : -, and not one of " + RESERVED);
  }

  /** Before a colon stands what kind of somebody it is. */
  private static String kind(String officer) {
    return officer.replaceFirst(":.*", "").toLowerCase(Locale.ROOT);
  }
}

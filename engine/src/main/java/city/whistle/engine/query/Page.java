package city.whistle.engine.query;

import city.whistle.engine.outcome.Rejection;
import java.util.Map;
import java.util.Set;

/**
 * Which part of what was found to show: from a place on, or after or before a cursor.
 *
 * @param after cursor of an earlier answer, null for none
 * @param before cursor of an earlier answer, null for none
 */
public record Page(int from, int limit, String after, String before) {

  static final int DEFAULT_LIMIT = 100;
  static final int MAX_LIMIT = 10_000;
  static final Page FIRST = new Page(0, DEFAULT_LIMIT, null, null);

  private static final Set<String> MEMBERS = Set.of("from", "limit", "after", "before");

  static Page of(Map<String, Object> body) {
    KnownFields.check("field", "page.", body, MEMBERS);
    Page page =
        new Page(
            number(body.get("from"), "page.from", 0),
            number(body.get("limit"), "page.limit", DEFAULT_LIMIT),
            cursor(body.get("after"), "page.after"),
            cursor(body.get("before"), "page.before"));
    return checked(page);
  }

  private static Page checked(Page page) {
    if (page.from < 0) {
      throw Rejection.invalid("'page.from' is " + page.from + ", but must be at least 0.");
    }
    if (page.limit < 1 || page.limit > MAX_LIMIT) {
      throw Rejection.invalid(
          "'page.limit' is " + page.limit + ", but must be from 1 to " + MAX_LIMIT + ".");
    }
    int places = (page.from > 0 ? 1 : 0) + count(page.after) + count(page.before);
    if (places > 1) {
      throw Rejection.invalid(
          "Of 'page.from', 'page.after' and 'page.before' only one can be given.");
    }
    return page;
  }

  private static int count(String cursor) {
    return cursor == null ? 0 : 1;
  }

  private static int number(Object json, String path, int otherwise) {
    return json == null ? otherwise : (Integer) Kind.INTEGER.read(json, path);
  }

  private static String cursor(Object json, String path) {
    return json == null ? null : (String) Kind.TEXT.read(json, path);
  }
}

package city.whistle.workers.request;

/** What the database can keep: no NUL, and no half of a character. */
public final class StorableText {

  /** What would be right, for where a text doesn't hold. */
  public static final String WANTED = "must hold neither NUL nor half of a surrogate pair";

  private StorableText() {}

  public static boolean holds(String text) {
    return text.codePoints()
        .noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}

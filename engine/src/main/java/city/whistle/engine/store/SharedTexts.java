package city.whistle.engine.store;

/**
 * Has rows that are loaded share texts that are equal, as rows do whose texts come from one model:
 * ids, names and types are repeated in every row, and the same variables in an instance's scopes.
 * Bounded; a text may be met too late to be shared.
 */
final class SharedTexts {

  private static final int PLACES = 4_096;

  /** What an instance is about stands in many of its scopes; longer ones are hardly met again. */
  private static final int MAX_LENGTH = 4_000;

  private final String[] seen = new String[PLACES];

  String share(String text) {
    if (text == null || text.length() > MAX_LENGTH) {
      return text;
    }
    int hash = text.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    if (!text.equals(seen[place])) {
      seen[place] = text;
    }
    return seen[place];
  }
}

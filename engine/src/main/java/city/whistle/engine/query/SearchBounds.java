package city.whistle.engine.query;

import city.whistle.engine.outcome.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much one search may ask. The store plans a search in time that grows steeply with its
 * conditions, whatever it finds, so they are counted before any SQL is written.
 */
final class SearchBounds {

  static final int MAX_CONDITIONS = 100;
  static final int MAX_ALTERNATIVES = 20;
  static final int MAX_VALUES = 1_000;
  static final int MAX_DEPTH = 3;
  static final int MAX_SORT = 10;

  /** Where every row may have to be read, and those of other tables with it. */
  private static final Set<String> WIDE =
      Set.of("variables", "localVariables", "processInstanceVariables", "$or", "$like", "$notIn");

  private int conditions;
  private boolean wide;

  private SearchBounds() {}

  /**
   * @return whether the search may take long, so that it waits behind others of its kind
   * @throws Rejection where it asks too much, with the bound
   */
  static boolean isWide(Map<String, Object> filter, int sorts) {
    if (sorts > MAX_SORT) {
      throw tooMany("attributes to sort by", MAX_SORT, sorts);
    }
    SearchBounds bounds = new SearchBounds();
    bounds.look(filter, 0);
    return bounds.wide;
  }

  private void look(Object json, int depth) {
    if (json instanceof Map<?, ?> members) {
      members.forEach(
          (name, value) -> {
            wide |= WIDE.contains(name) && !KnownFields.isNothing(value);
            look(value, depth);
          });
    } else if (json instanceof List<?> items) {
      list(items, depth + 1);
    } else if (json != null && ++conditions > MAX_CONDITIONS) {
      throw Rejection.invalid(
          "A filter can have at most " + MAX_CONDITIONS + " conditions, and this one has more.");
    }
  }

  /** A list of filters counts each; a list of values is one condition. */
  private void list(List<?> items, int depth) {
    if (depth > MAX_DEPTH) {
      throw Rejection.invalid(
          "Lists in a filter can stand in one another at most " + MAX_DEPTH + " deep.");
    }
    if (items.stream().anyMatch(item -> item instanceof Map || item instanceof List)) {
      if (items.size() > MAX_ALTERNATIVES) {
        throw tooMany("items of '$or', or filters by variables", MAX_ALTERNATIVES, items.size());
      }
      items.forEach(item -> look(item, depth));
    } else if (items.size() > MAX_VALUES) {
      throw tooMany("values in one list of a filter", MAX_VALUES, items.size());
    } else {
      look(items.isEmpty() ? null : items.get(0), depth);
    }
  }

  private static Rejection tooMany(String what, int bound, int got) {
    return Rejection.invalid(
        "A search can have at most %,d %s, and this one has %,d.".formatted(bound, what, got));
  }
}

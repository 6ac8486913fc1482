package city.whistle.engine.expression;

import java.util.Collection;
import java.util.Map;

/** Looks at what an evaluation gave: about how long it is as JSON, and how deeply nested. */
final class Results {

  private static final int CHARACTERS = 16;

  private final Effort effort;
  private long weight;

  private Results(Effort effort) {
    this.effort = effort;
  }

  /**
   * @throws Effort.TooMuch where the value is too large or nested too deep to be kept
   */
  static void check(Object value, Effort effort) {
    new Results(effort).add(value, 0);
  }

  private void add(Object value, int depth) {
    weight += value instanceof String text ? 1 + text.length() / CHARACTERS : 1;
    if (weight > Effort.MAX_WEIGHT) {
      throw effort.tooLarge();
    }
    if (value instanceof Map<?, ?> members) {
      checkDepth(depth);
      members.forEach((name, member) -> add(member, depth + 1));
    } else if (value instanceof Collection<?> items) {
      checkDepth(depth);
      items.forEach(item -> add(item, depth + 1));
    }
  }

  private void checkDepth(int depth) {
    if (depth >= Effort.MAX_DEPTH) {
      throw effort.tooDeep();
    }
  }
}

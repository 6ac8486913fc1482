package city.whistle.engine.json;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The values whose two forms are both in memory, within a bound however many values there are: an
 * engine holds the variables of hundreds of thousands of open instances, and works with those of a
 * few at a time. Threads share it.
 */
final class RecentValues {

  /** Of all texts together, in characters. */
  private static final int MAX_LENGTH = 1_000_000;

  /** What a value counts on top of its text, so that many small ones come to an end too. */
  private static final int PER_VALUE = 100;

  private static final RecentValues ALL = new RecentValues();

  private final Deque<JsonValue> values = new ArrayDeque<>();
  private int length;

  private RecentValues() {}

  /** Takes a value in; the ones that came first let their Java values go if it becomes too much. */
  static void add(JsonValue value) {
    ALL.put(value);
  }

  private synchronized void put(JsonValue value) {
    values.addLast(value);
    length += lengthOf(value);
    while (length > MAX_LENGTH && values.size() > 1) {
      JsonValue first = values.removeFirst();
      length -= lengthOf(first);
      first.forget();
    }
  }

  private static int lengthOf(JsonValue value) {
    return value.text().length() + PER_VALUE;
  }
}

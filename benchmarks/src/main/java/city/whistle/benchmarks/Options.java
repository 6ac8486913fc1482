package city.whistle.benchmarks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The options behind a benchmark's name, {@code --name value} each. */
final class Options {

  private Options() {}

  /**
   * Applies each option to what there is so far.
   *
   * @param known by name, what an option makes of it
   * @throws IllegalArgumentException where one has no value, or isn't known
   */
  static <T> T apply(T first, List<String> arguments, Map<String, BiFunction<T, String, T>> known) {
    Deque<String> rest = new ArrayDeque<>(arguments);
    T result = first;
    while (!rest.isEmpty()) {
      String option = rest.pop();
      if (!known.containsKey(option)) {
        throw new IllegalArgumentException(
            "There is no option '%s', only %s."
                .formatted(option, String.join(", ", new TreeSet<>(known.keySet()))));
      }
      if (rest.isEmpty()) {
        throw new IllegalArgumentException(option + " needs a value.");
      }
      result = known.get(option).apply(result, rest.pop());
    }
    return result;
  }

  static int number(String option, String value) {
    try {
      int number = Integer.parseInt(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // told below, like a number out of range
    }
    throw new IllegalArgumentException(
        "%s needs a number above 0, not '%s'.".formatted(option, value));
  }
}

package city.whistle.workers.assessment.figure;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many cases of which category each unit of a group was given in one month.
 *
 * @param byUnit every unit of the group, by category; a category that brought none may be missing
 */
public record Volumes(Map<String, Map<String, Long>> byUnit) {

  /**
   * Categories that brought the unit at least {@code times} the group's median, and {@code least}.
   */
  Set<String> far(String unit, double times, int least) {
    Set<String> categories = new TreeSet<>();
    byUnit
        .getOrDefault(unit, Map.of())
        .forEach(
            (category, cases) -> {
              if (cases >= least && cases >= times * median(category)) {
                categories.add(category);
              }
            });
    return categories;
  }

  Collection<String> units() {
    return byUnit.keySet();
  }

  private double median(String category) {
    long[] cases =
        byUnit.values().stream()
            .mapToLong(categories -> categories.getOrDefault(category, 0L))
            .sorted()
            .toArray();
    int middle = cases.length / 2;
    return cases.length % 2 == 1 ? cases[middle] : (cases[middle - 1] + cases[middle]) / 2.0;
  }
}

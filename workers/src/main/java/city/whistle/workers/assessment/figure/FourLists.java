package city.whistle.workers.assessment.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The four lists of a group: 先进、进步、整改、治理. */
public final class FourLists {

  private FourLists() {}

  /** The best, with all that share the last place among them. */
  public static List<String> advanced(Ranking ranking, ListRules rules) {
    return firstOf(ranking.inOrder(), rules.advanced(), rules);
  }

  /** The last, with all that share the first place among them. */
  public static List<String> rectify(Ranking ranking, ListRules rules) {
    List<Scored> backwards = new ArrayList<>(ranking.inOrder());
    Collections.reverse(backwards);
    return firstOf(backwards, rules.rectify(), rules);
  }

  /**
   * Those that rose most, by more than chance.
   *
   * @param before the month before, by unit
   */
  public static List<String> progress(
      Ranking ranking, Map<String, Scored> before, ListRules rules) {
    return ranking.inOrder().stream()
        .filter(unit -> isKnown(unit, rules) && isKnown(before.get(unit.unit()), rules))
        .filter(unit -> rise(unit, before) > 0)
        .filter(unit -> unit.estimate().isApartFrom(before.get(unit.unit()).estimate()))
        .sorted(Comparator.comparingDouble((Scored unit) -> -rise(unit, before)))
        .limit(rules.progress())
        .map(Scored::unit)
        .toList();
  }

  /**
   * Units under governance, with the categories for which they are.
   *
   * @param months the month at hand first, then the months before it, as far as they are known
   * @param members who was under governance in the month before, and for what
   */
  public static Map<String, Set<String>> governance(
      List<Volumes> months, Map<String, Set<String>> members, GovernanceRule rule) {
    Map<String, Set<String>> now = new TreeMap<>();
    if (months.isEmpty()) {
      return now;
    }
    for (String unit : months.get(0).units()) {
      Set<String> categories = entered(unit, months, rule);
      members.getOrDefault(unit, Set.of()).stream()
          .filter(category -> !hasLeft(unit, category, months, rule))
          .forEach(categories::add);
      if (!categories.isEmpty()) {
        now.put(unit, categories);
      }
    }
    return now;
  }

  private static Set<String> entered(String unit, List<Volumes> months, GovernanceRule rule) {
    if (months.size() < rule.months()) {
      return new TreeSet<>();
    }
    Set<String> categories = new TreeSet<>(months.get(0).far(unit, rule.times(), rule.least()));
    months
        .subList(1, rule.months())
        .forEach(month -> categories.retainAll(month.far(unit, rule.times(), rule.least())));
    return categories;
  }

  private static boolean hasLeft(
      String unit, String category, List<Volumes> months, GovernanceRule rule) {
    return months.size() >= rule.leaveMonths()
        && months.subList(0, rule.leaveMonths()).stream()
            .noneMatch(month -> month.far(unit, rule.leaveTimes(), 1).contains(category));
  }

  private static List<String> firstOf(List<Scored> order, int count, ListRules rules) {
    List<Scored> known = order.stream().filter(unit -> isKnown(unit, rules)).toList();
    if (known.isEmpty() || count == 0) {
      return List.of();
    }
    var last = known.get(Math.min(count, known.size()) - 1).score();
    List<String> units = new ArrayList<>();
    for (Scored unit : known) {
      if (units.size() < count || unit.score().compareTo(last) == 0) {
        units.add(unit.unit());
      }
    }
    return units;
  }

  private static double rise(Scored unit, Map<String, Scored> before) {
    return unit.score().subtract(before.get(unit.unit()).score()).doubleValue();
  }

  private static boolean isKnown(Scored unit, ListRules rules) {
    return unit != null && unit.hasScore() && unit.counts().valid() >= rules.leastValid();
  }
}

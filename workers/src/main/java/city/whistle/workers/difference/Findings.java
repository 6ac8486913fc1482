package city.whistle.workers.difference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a comparison has found so far: all counted, not all kept. */
final class Findings {

  private final int max;
  private final List<Difference> kept = new ArrayList<>();
  private final Map<DifferenceKind, Integer> counts = new EnumMap<>(DifferenceKind.class);
  private boolean soon;
  private boolean whole = true;

  Findings(int max) {
    this.max = max;
  }

  void add(Difference found) {
    counts.merge(found.kind(), 1, Integer::sum);
    if (kept.size() < max) {
      kept.add(found);
    }
  }

  /** Something is too new to be told from what is just being done. */
  void tooNew() {
    soon = true;
  }

  /** There was more than is looked at. */
  void cutOff() {
    whole = false;
  }

  List<Difference> kept() {
    return kept;
  }

  Map<DifferenceKind, Integer> counts() {
    return counts;
  }

  boolean soon() {
    return soon;
  }

  boolean whole() {
    return whole;
  }
}

package city.whistle.workers.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Of what is dated, only one row holds on a day. */
final class SheetPeriods {

  private final SheetKind kind;
  private final Mistakes mistakes;

  SheetPeriods(SheetKind kind, Mistakes mistakes) {
    this.kind = kind;
    this.mistakes = mistakes;
  }

  /**
   * @param standing all rows of the table
   * @param brought the file's, which stand in place of those of the same key
   */
  void check(List<SheetRow> standing, List<SheetRow> brought) {
    Map<List<String>, SheetRow> rows = new HashMap<>();
    standing.forEach(row -> rows.put(row.key(kind), row));
    brought.forEach(row -> rows.put(row.key(kind), row));
    Map<List<String>, List<SheetRow>> series = new HashMap<>();
    rows.values().stream()
        .filter(row -> !row.get("to").equals(row.get("from")))
        .forEach(row -> series.computeIfAbsent(row.series(kind), k -> new ArrayList<>()).add(row));
    series.values().forEach(this::checkOne);
  }

  private void checkOne(List<SheetRow> series) {
    series.sort(Comparator.comparing(row -> row.get("from")));
    for (int i = 1; i < series.size(); i++) {
      SheetRow before = series.get(i - 1);
      SheetRow row = series.get(i);
      boolean overlaps = !before.has("to") || before.get("to").compareTo(row.get("from")) > 0;
      if (overlaps && row.line() > 0) {
        mistakes.add(row, "from", MistakeKind.OVERLAPS, before.get("from"));
      } else if (overlaps && before.line() > 0) {
        mistakes.add(before, "to", MistakeKind.OVERLAPS, row.get("from"));
      }
    }
  }
}

package city.whistle.workers.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mistakes of a file: all are counted, the first are kept. */
final class Mistakes {

  static final int KEPT_MAX = 200;

  private final List<Mistake> kept = new ArrayList<>();
  private int count;

  void add(int line, String column, MistakeKind kind, String detail) {
    count++;
    if (kept.size() < KEPT_MAX) {
      kept.add(new Mistake(line, column, kind, detail));
    }
  }

  void add(SheetRow row, String column, MistakeKind kind, String detail) {
    add(row.line(), column, kind, detail);
  }

  void add(SheetRow row, String column, MistakeKind kind, Meaning meant) {
    add(row.line(), column, kind, meant.name());
  }

  int count() {
    return count;
  }

  List<Mistake> kept() {
    return kept.stream().sorted(Comparator.comparingInt(Mistake::line)).toList();
  }
}

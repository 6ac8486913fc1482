package city.whistle.workers.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file that was read, held against the table. */
final class SheetPlan {

  private final SheetKind kind;
  private final Mistakes mistakes = new Mistakes();
  private final List<SheetRow> rows;
  private final List<SheetRow> written = new ArrayList<>();
  private final List<SheetChange> changes = new ArrayList<>();
  private int added;

  SheetPlan(SheetKind kind, SheetFile file, SheetTable table) {
    this.kind = kind;
    this.rows = new SheetReader(kind, mistakes).read(file);
    List<SheetRow> standing = table.rows(kind);
    findTwins();
    new SheetRules(new KnownCodes(table, kind, rows), mistakes).check(kind, rows);
    if (kind.isDated() && mistakes.count() == 0) {
      new SheetPeriods(kind, mistakes).check(standing, rows);
    }
    if (mistakes.count() == 0) {
      compare(standing);
    }
  }

  private void findTwins() {
    Map<List<String>, Integer> lines = new HashMap<>();
    for (SheetRow row : rows) {
      Integer first = lines.putIfAbsent(row.key(kind), row.line());
      if (first != null) {
        mistakes.add(row, "", MistakeKind.ROW_TWICE, first.toString());
      }
    }
  }

  private void compare(List<SheetRow> standing) {
    Map<List<String>, SheetRow> byKey = new HashMap<>();
    standing.forEach(row -> byKey.put(row.key(kind), row));
    for (SheetRow row : rows) {
      SheetRow was = byKey.get(row.key(kind));
      SheetChange change = change(row, was);
      if (!change.becomes().isEmpty()) {
        written.add(row);
        added += was == null ? 1 : 0;
        if (changes.size() < SheetResult.CHANGES_MAX) {
          changes.add(change);
        }
      }
    }
  }

  private SheetChange change(SheetRow row, SheetRow was) {
    Map<String, String> key = new LinkedHashMap<>();
    Map<String, String> before = new LinkedHashMap<>();
    Map<String, String> after = new LinkedHashMap<>();
    for (SheetColumn column : kind.columns) {
      String name = column.name();
      if (column.key()) {
        key.put(name, row.get(name));
      } else if (was == null || !was.get(name).equals(row.get(name))) {
        after.put(name, row.get(name));
        if (was != null) {
          before.put(name, was.get(name));
        }
      }
    }
    return new SheetChange(row.line(), key, before, after);
  }

  /** The rows that are new or others than they were; none where anything is wrong. */
  List<SheetRow> written() {
    return written;
  }

  SheetResult result() {
    boolean right = mistakes.count() == 0;
    return new SheetResult(
        rows.size(),
        mistakes.count(),
        mistakes.kept(),
        added,
        written.size() - added,
        right ? rows.size() - written.size() : 0,
        changes);
  }
}

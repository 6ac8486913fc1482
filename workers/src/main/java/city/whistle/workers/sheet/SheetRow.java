package city.whistle.workers.sheet;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row of a file or table.
 *
 * @param line of the file where it begins; 0 for one of the table
 * @param cells by the columns' names, each in the form that {@link ColumnType#read} gives
 */
record SheetRow(int line, Map<String, String> cells) {

  String get(String column) {
    return cells.getOrDefault(column, "");
  }

  boolean has(String column) {
    return !get(column).isEmpty();
  }

  /** What tells it from others. */
  List<String> key(SheetKind kind) {
    return kind.columns.stream().filter(SheetColumn::key).map(c -> get(c.name())).toList();
  }

  /** The same but for the day from which it holds. */
  List<String> series(SheetKind kind) {
    return kind.columns.stream()
        .filter(c -> c.key() && !c.field().equals("valid_from"))
        .map(c -> get(c.name()))
        .collect(Collectors.toList());
  }
}

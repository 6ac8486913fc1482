package city.whistle.workers.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables behind the sheets. */
@Component
class SheetTable {

  private static final int AT_ONCE = 500;

  private final JdbcTemplate jdbc;

  SheetTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** All rows, in the order of their keys. */
  List<SheetRow> rows(SheetKind kind) {
    String shown =
        kind.columns.stream()
            .map(c -> c.type().shown(c.field()) + " as \"" + c.name() + '"')
            .collect(Collectors.joining(", "));
    String order = fields(kind.columns.stream().filter(SheetColumn::key));
    return jdbc.query(
        "select " + shown + " from " + kind.table + " order by " + order,
        (row, n) -> {
          Map<String, String> cells = new LinkedHashMap<>();
          for (SheetColumn column : kind.columns) {
            cells.put(column.name(), row.getString(column.name()));
          }
          return new SheetRow(0, cells);
        });
  }

  /**
   * Writes the rows over those of the same key.
   *
   * @param by who brings them; null for the program, which leaves alone what people brought
   * @param done is told after each part how many are written
   */
  void write(SheetKind kind, List<SheetRow> rows, String by, IntConsumer done) {
    String sql = upsert(kind, by == null);
    // what ends first: of a unit only one row may hold without an end
    List<SheetRow> ordered =
        rows.stream().sorted(Comparator.comparing((SheetRow row) -> !row.has("to"))).toList();
    for (int start = 0; start < ordered.size(); start += AT_ONCE) {
      List<SheetRow> part = ordered.subList(start, Math.min(start + AT_ONCE, ordered.size()));
      jdbc.batchUpdate(sql, part.stream().map(row -> values(kind, row, by)).toList());
      done.accept(start + part.size());
    }
  }

  private static String upsert(SheetKind kind, boolean shipped) {
    String given = kind == SheetKind.CATALOGUE ? ", length(?) / 2, nullif(left(?, -2), '')" : "";
    String derived = kind == SheetKind.CATALOGUE ? ", depth, parent_code" : "";
    String set =
        kind.columns.stream()
            .filter(c -> !c.key())
            .map(c -> c.field() + " = excluded." + c.field())
            .collect(Collectors.joining(", "));
    return "insert into "
        + kind.table
        + " as t ("
        + fields(kind.columns.stream())
        + ", imported_by"
        + derived
        + ") values ("
        + kind.columns.stream().map(SheetTable::parameter).collect(Collectors.joining(", "))
        + ", ?"
        + given
        + ") on conflict ("
        + fields(kind.columns.stream().filter(SheetColumn::key))
        + ") do update set "
        + set
        + ", imported_by = excluded.imported_by"
        + (shipped ? " where t.imported_by is null" : "");
  }

  /** A shift of nobody in particular has an empty person, which isn't null. */
  private static String parameter(SheetColumn column) {
    return column.key() && !column.required() ? "?" : column.type().parameter();
  }

  private static Object[] values(SheetKind kind, SheetRow row, String by) {
    List<Object> values = new ArrayList<>();
    kind.columns.forEach(column -> values.add(row.get(column.name())));
    values.add(by);
    if (kind == SheetKind.CATALOGUE) {
      values.add(row.get("code"));
      values.add(row.get("code"));
    }
    return values.toArray();
  }

  private static String fields(Stream<SheetColumn> columns) {
    return columns.map(SheetColumn::field).collect(Collectors.joining(", "));
  }
}

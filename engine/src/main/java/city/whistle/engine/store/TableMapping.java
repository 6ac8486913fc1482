package city.whistle.engine.store;

import city.whistle.engine.state.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the rows of one kind stand in their table.
 *
 * @param columns the key first
 * @param open the condition for rows that memory holds, in terms of the alias t
 */
record TableMapping<R extends Row>(
    String table, List<Column<R>> columns, RowReader<R> reader, String open) {

  private static final String ALL = "true";

  /** Makes a row of the fields, in the order of the columns. */
  @FunctionalInterface
  interface RowReader<R extends Row> {
    R read(Fields fields) throws SQLException;
  }

  static <R extends Row> TableMapping<R> of(String table, Columns<R> columns, RowReader<R> reader) {
    return new TableMapping<>(table, columns.toList(), reader, ALL);
  }

  TableMapping<R> openWhere(String condition) {
    return new TableMapping<>(table, columns, reader, condition);
  }

  String insert() {
    return "insert into engine.%s (%s) select %s from unnest(%s) as rows(%s)"
        .formatted(
            table,
            names("%s"),
            converted(),
            columns.stream()
                .map(c -> "?::" + c.type().element() + "[]")
                .collect(Collectors.joining(", ")),
            IntStream.range(0, columns.size())
                .mapToObj(TableMapping::argument)
                .collect(Collectors.joining(", ")));
  }

  /** An upsert: an update joined with unnest would read the table from end to end. */
  String update() {
    String assignments =
        columns.stream()
            .skip(1)
            .map(c -> "%1$s = excluded.%1$s".formatted(c.name()))
            .collect(Collectors.joining(", "));
    return insert() + " on conflict (key) do update set " + assignments;
  }

  String delete() {
    return "delete from engine.%s where key = any(?)".formatted(table);
  }

  String select() {
    return "select %s from engine.%s t where %s".formatted(names("t.%s"), table, open);
  }

  private String names(String pattern) {
    return columns.stream().map(c -> pattern.formatted(c.name())).collect(Collectors.joining(", "));
  }

  private String converted() {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> columns.get(i).type().convert(argument(i)))
        .collect(Collectors.joining(", "));
  }

  private static String argument(int index) {
    return "a" + index;
  }
}

package city.whistle.engine.store;

import city.whistle.engine.state.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;
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
    return "insert into engine.%s (%s) select %s from %s"
        .formatted(table, names("%s"), each(this::converted), rows());
  }

  /** Finds each row by its key as long as the store keeps plans from reading whole tables. */
  String update() {
    String assignments =
        IntStream.range(1, columns.size())
            .mapToObj(i -> columns.get(i).name() + " = " + converted(i))
            .collect(Collectors.joining(", "));
    return "update engine.%s t set %s from %s where t.key = %s"
        .formatted(table, assignments, rows(), argument(0));
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

  /** Rows made of an array per column. */
  private String rows() {
    return "unnest(%s) as rows(%s)"
        .formatted(
            each(i -> "?::" + columns.get(i).type().element() + "[]"),
            each(TableMapping::argument));
  }

  private String each(IntFunction<String> column) {
    return IntStream.range(0, columns.size()).mapToObj(column).collect(Collectors.joining(", "));
  }

  private String converted(int index) {
    return columns.get(index).type().convert(argument(index));
  }

  private static String argument(int index) {
    return "a" + index;
  }
}

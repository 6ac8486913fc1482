package city.whistle.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every column of every table in an installation's own PostgreSQL, to be searched. */
final class Tables implements AutoCloseable {

  private static final int PORT_LINE = 3;

  private final Connection connection;

  private Tables(Connection connection) {
    this.connection = connection;
  }

  static Tables of(Path data) {
    Path postgresql = data.resolve("postgresql");
    try {
      String password = Files.readString(postgresql.resolve("password")).strip();
      String port =
          Files.readAllLines(postgresql.resolve("cluster/postmaster.pid")).get(PORT_LINE).strip();
      String url = "jdbc:postgresql://127.0.0.1:%s/whistle".formatted(port);
      return new Tables(DriverManager.getConnection(url, "postgres", password));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The columns of a schema in which one of the pieces stands, as table.column: piece. */
  Set<String> find(String schema, Collection<String> pieces) {
    Set<String> found = new TreeSet<>();
    for (Column column : columns(schema)) {
      found.addAll(find(column, pieces));
    }
    return found;
  }

  List<String> tables(String schema) {
    return columns(schema).stream().map(Column::table).distinct().toList();
  }

  private List<Column> columns(String schema) {
    String query =
        """
        select table_schema, table_name, column_name, data_type
        from information_schema.columns where table_schema = ? order by 1, 2, 3""";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, schema);
      List<Column> columns = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          columns.add(
              new Column(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
        }
      }
      return columns;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every type is searched as text; bytes as the bytes that the piece has in UTF-8. */
  private Set<String> find(Column column, Collection<String> pieces) {
    String test =
        column.isBytes()
            ? "position(piece.bytes in %s) > 0"
            : "position(piece.text in %s::text) > 0";
    String query =
        ("select distinct piece.text from unnest(?::text[], ?::bytea[]) as piece(text, bytes)"
                + " join %s on "
                + test)
            .formatted(column.quotedTable(), column.quoted());
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setArray(1, connection.createArrayOf("text", pieces.toArray()));
      statement.setArray(2, connection.createArrayOf("bytea", bytes(pieces)));
      Set<String> found = new TreeSet<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add("%s.%s: %s".formatted(column.table(), column.name(), row.getString(1)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(column.toString(), e);
    }
  }

  private static byte[][] bytes(Collection<String> pieces) {
    return pieces.stream()
        .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
        .toArray(byte[][]::new);
  }

  /** Runs a statement with one text in it. */
  void run(String statement, String text) {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      prepared.setString(1, text);
      prepared.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Column(String schema, String table, String name, String type) {

    boolean isBytes() {
      return type.equals("bytea");
    }

    String quotedTable() {
      return "\"%s\".\"%s\"".formatted(schema, table);
    }

    String quoted() {
      return quotedTable() + ".\"" + name + "\"";
    }
  }
}

package city.whistle.benchmarks.city;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Tables' indexes that no constraint needs, away while rows are written and then made again. */
final class SetAsideIndexes implements AutoCloseable {

  private static final String FIND =
      """
      select i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
      from pg_index i
      where not i.indisunique and i.indrelid = any(?::regclass[])\
      """;

  private final Connection connection;
  private final List<String> definitions;

  private SetAsideIndexes(Connection connection, List<String> definitions) {
    this.connection = connection;
    this.definitions = definitions;
  }

  /**
   * @param tables with their schemas
   */
  static SetAsideIndexes of(Connection connection, List<String> tables) throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> definitions = new ArrayList<>();
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setArray(1, connection.createArrayOf("text", tables.toArray()));
      try (ResultSet rows = find.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
          definitions.add(rows.getString(2));
        }
      }
    }
    try (Statement statement = connection.createStatement()) {
      for (String name : names) {
        statement.execute("drop index " + name);
      }
    }
    return new SetAsideIndexes(connection, definitions);
  }

  @Override
  public void close() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String definition : definitions) {
        statement.execute(definition);
      }
    }
  }
}

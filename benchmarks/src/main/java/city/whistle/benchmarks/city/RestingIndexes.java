package city.whistle.benchmarks.city;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Tables' indexes, those of constraints too, which rest while millions of rows are written and are
 * then made anew: nearly all keys come in no order, and each would be put in its place alone.
 */
final class RestingIndexes implements AutoCloseable {

  /** PostgreSQL knows no statement for it; only a superuser may say so in the catalogue. */
  private static final String REST =
      "update pg_index set indisready = false, indisvalid = false where indrelid ="
          + " any(?::regclass[])";

  private final Connection connection;
  private final List<String> tables;

  private RestingIndexes(Connection connection, List<String> tables) {
    this.connection = connection;
    this.tables = tables;
  }

  /**
   * @param tables with their schemas
   */
  static RestingIndexes of(Connection connection, List<String> tables) throws SQLException {
    try (PreparedStatement rest = connection.prepareStatement(REST)) {
      rest.setArray(1, connection.createArrayOf("text", tables.toArray()));
      rest.executeUpdate();
    }
    return new RestingIndexes(connection, tables);
  }

  @Override
  public void close() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : tables) {
        statement.execute("reindex table " + table);
      }
    }
  }
}

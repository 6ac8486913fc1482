package city.whistle.benchmarks.city;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The registry's indexes that no constraint needs, away while rows are written and then made again.
 */
final class SetAsideIndexes implements AutoCloseable {

  private static final String FIND =
      """
      select c.relname, pg_get_indexdef(i.indexrelid)
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace s on s.oid = c.relnamespace
      where s.nspname = 'registry' and not i.indisunique
        and i.indrelid in ('registry.case_file'::regclass, 'registry.case_dispatch'::regclass,
          'registry.callback'::regclass, 'registry.callback_fact'::regclass, 'registry.case_exclusion'::regclass)\
      """;

  private final Connection connection;
  private final List<String> definitions;

  private SetAsideIndexes(Connection connection, List<String> definitions) {
    this.connection = connection;
    this.definitions = definitions;
  }

  static SetAsideIndexes of(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> definitions = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery(FIND)) {
        while (rows.next()) {
          names.add(rows.getString(1));
          definitions.add(rows.getString(2));
        }
      }
      for (String name : names) {
        statement.execute("drop index registry." + name);
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

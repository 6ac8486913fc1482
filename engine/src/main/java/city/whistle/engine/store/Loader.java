package city.whistle.engine.store;

import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import city.whistle.engine.state.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Loads what is open. */
final class Loader {

  private static final int ROWS_AT_A_TIME = 1_000;

  private final Mappings mappings;

  Loader(Mappings mappings) {
    this.mappings = mappings;
  }

  void load(Connection connection, State state) throws SQLException {
    SharedTexts texts = new SharedTexts();
    for (Table<?> table : state.tables()) {
      load(connection, table, texts);
    }
    state.loaded();
  }

  private <R extends Row> void load(Connection connection, Table<R> table, SharedTexts texts)
      throws SQLException {
    TableMapping<R> mapping = mappings.of(table).mapping;
    try (PreparedStatement select = connection.prepareStatement(mapping.select())) {
      select.setFetchSize(ROWS_AT_A_TIME);
      try (ResultSet rows = select.executeQuery()) {
        Fields fields = new Fields(rows, texts);
        while (fields.nextRow()) {
          R row = mapping.reader().read(fields);
          table.restore(row.key(), row);
        }
      }
    }
  }
}

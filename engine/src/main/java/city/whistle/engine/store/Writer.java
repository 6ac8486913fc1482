package city.whistle.engine.store;

import city.whistle.engine.state.NetChanges;
import city.whistle.engine.state.Row;
import city.whistle.engine.store.Mappings.Mapped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes changes with a statement per table and kind of change, not per row. */
final class Writer {

  private final Mappings mappings;

  Writer(Mappings mappings) {
    this.mappings = mappings;
  }

  void write(Connection connection, NetChanges changes) throws SQLException {
    for (NetChanges.OfRelation<?> relation : changes.relations()) {
      write(connection, relation);
    }
  }

  private <R extends Row> void write(Connection connection, NetChanges.OfRelation<R> changes)
      throws SQLException {
    Mapped<R> mapped = mappings.of(changes.relation());
    delete(connection, mapped.delete, changes.deletes());
    write(connection, mapped.insert, mapped.mapping.columns(), changes.inserts());
    write(connection, mapped.update, mapped.mapping.columns(), changes.updates());
  }

  private static <R extends Row> void write(
      Connection connection, String sql, List<Column<R>> columns, List<R> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        Column<R> column = columns.get(i);
        statement.setArray(
            i + 1, connection.createArrayOf(column.type().element(), column.values(rows)));
      }
      statement.executeUpdate();
    }
  }

  private static void delete(Connection connection, String sql, List<Long> keys)
      throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("int8", keys.toArray()));
      statement.executeUpdate();
    }
  }
}

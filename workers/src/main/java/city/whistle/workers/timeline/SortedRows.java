package city.whistle.workers.timeline;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;

/** The rows of a query, fetched in portions, with a look at the next one. */
final class SortedRows<T> implements AutoCloseable {

  private static final int PORTION = 1000;

  private final Statement statement;
  private final ResultSet rows;
  private final Reader<T> reader;
  private T next;

  /**
   * @param connection in a transaction, else the driver would fetch everything at once
   */
  SortedRows(Connection connection, String query, Reader<T> reader) throws SQLException {
    this.statement = connection.createStatement();
    this.statement.setFetchSize(PORTION);
    this.rows = statement.executeQuery(query);
    this.reader = reader;
    advance();
  }

  /** The next row; null after the last. */
  T peek() {
    return next;
  }

  /** The next row, which is then gone. */
  T take() throws SQLException {
    T taken = next;
    advance();
    return taken;
  }

  /** The next row, if it is such a one, which is then gone; else null. */
  T takeIf(Predicate<T> wanted) throws SQLException {
    return next != null && wanted.test(next) ? take() : null;
  }

  private void advance() throws SQLException {
    next = rows.next() ? reader.read(rows) : null;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }

  /** Makes a value of the row at which a result stands. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }
}

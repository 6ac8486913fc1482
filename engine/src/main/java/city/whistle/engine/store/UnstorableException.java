package city.whistle.engine.store;

import java.sql.SQLException;

/** Rows that can't be stored as they are; nothing of their transaction was. */
public final class UnstorableException extends RuntimeException {

  UnstorableException(Exception cause) {
    super("the database can't store what is in a row" + state(cause), cause);
  }

  private static String state(Exception cause) {
    return cause instanceof SQLException e ? " (SQLState " + e.getSQLState() + ")" : "";
  }
}

package city.whistle.engine.loop;

import java.sql.SQLException;

/**
 * An exception for the log: its class and stack, without its message, which may quote variables of
 * a case.
 */
final class Redacted extends RuntimeException {

  private Redacted(Throwable original, Throwable cause) {
    super(describe(original), cause, false, true);
    setStackTrace(original.getStackTrace());
  }

  static Redacted of(Throwable original) {
    Throwable cause = original.getCause();
    return new Redacted(original, cause == null || cause == original ? null : of(cause));
  }

  private static String describe(Throwable original) {
    String name = original.getClass().getName();
    return original instanceof SQLException e ? name + " with SQLState " + e.getSQLState() : name;
  }
}

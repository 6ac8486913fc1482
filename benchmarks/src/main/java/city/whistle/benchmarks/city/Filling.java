package city.whistle.benchmarks.city;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The connection by which millions of rows are written, and what tells how far it is. */
final class Filling implements AutoCloseable {

  private final Connection connection;
  private final Statement statement;
  private final PrintStream out;
  private final long begun = System.nanoTime();

  /**
   * @param jdbcUrl of the database, for its superuser
   */
  Filling(String jdbcUrl, PrintStream out) throws SQLException {
    this.out = out;
    connection = DriverManager.getConnection(jdbcUrl);
    statement = connection.createStatement();
    // What refers to what is right by construction; checking 60 million rows takes longer.
    statement.execute("set session_replication_role = replica");
    statement.execute("set synchronous_commit = off");
    statement.execute("set maintenance_work_mem = '1GB'");
    statement.execute("set work_mem = '256MB'");
    // Nothing is deleted, and all is looked through at the end.
    setting("autovacuum", "off");
    setting("max_wal_size", "'8GB'");
  }

  Connection connection() {
    return connection;
  }

  void execute(String sql) throws SQLException {
    statement.execute(sql);
  }

  void tell(long done, long all, String what) {
    out.printf("\r  %,d of %,d %s, %d s", done, all, what, seconds());
    out.flush();
  }

  void line() {
    out.println();
  }

  private long seconds() {
    return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
  }

  private void setting(String name, String value) throws SQLException {
    statement.execute("alter system set %s = %s".formatted(name, value));
    statement.execute("select pg_reload_conf()");
  }

  /** Counts what came past the triggers, and has PostgreSQL know what there is; takes minutes. */
  void end() throws SQLException {
    statement.execute("select registry.count_cases_anew()");
    out.print("  statistics ...");
    out.flush();
    statement.execute("vacuum analyze");
    statement.execute("checkpoint");
    out.printf(" %d s%n", seconds());
  }

  @Override
  public void close() throws SQLException {
    try {
      statement.execute("alter system reset all");
      statement.execute("select pg_reload_conf()");
    } finally {
      connection.close();
    }
  }
}

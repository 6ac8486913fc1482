package city.whistle.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * What PostgreSQL alone can do: the row changes of the benchmark's instances on the engine's own
 * tables, by JDBC and nothing else, group after group without a pause.
 */
final class Ceiling implements AutoCloseable {

  private static final double SECOND = 1e9;

  private final Connection connection;
  private final boolean withVariables;
  private long key = 1;

  /**
   * As in the engine, no plan may read a whole table: plans are made while the tables are small.
   *
   * @param jdbcUrl of a database with the engine's tables
   * @param withVariables whether the instances have variables
   */
  Ceiling(String jdbcUrl, boolean withVariables) throws SQLException {
    this.connection = DriverManager.getConnection(jdbcUrl);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set enable_seqscan = off");
    }
    this.connection.setAutoCommit(false);
    this.withVariables = withVariables;
  }

  /** How many row changes an instance takes. */
  static int changes(boolean withVariables) {
    return withVariables ? Rows.CHANGES + Errand.VARIABLES : Rows.CHANGES;
  }

  /**
   * Runs groups of so many instances to their end, for a third of the time to warm up, then for the
   * time.
   *
   * @return instances a second
   */
  double perSecond(int group, Duration time) throws SQLException {
    run(group, time.dividedBy(3));
    long begin = System.nanoTime();
    int instances = run(group, time);
    return instances * SECOND / (System.nanoTime() - begin);
  }

  private int run(int group, Duration time) throws SQLException {
    long end = System.nanoTime() + time.toNanos();
    int instances = 0;
    while (System.nanoTime() < end) {
      Rows rows = new Rows(connection, withVariables, key, group);
      rows.create();
      connection.commit();
      for (int task = 0; task < Rows.TASKS; task++) {
        rows.complete(task);
        connection.commit();
      }
      key = rows.nextKey();
      instances += group;
    }
    return instances;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

package city.whistle.benchmarks.city;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills a registry with a year of closed cases as a city has them: who gets which share, when
 * people call, how they answer. The same number gives the same cases.
 */
public final class CityYear {

  private static final long SLICE = 250_000;

  private static final List<String> FILLED =
      List.of(
          "registry.case_file",
          "registry.case_dispatch",
          "registry.callback",
          "registry.callback_fact",
          "registry.case_exclusion");

  private final String jdbcUrl;
  private final PrintStream out;

  /**
   * @param jdbcUrl of the registry's database, for its superuser
   */
  public CityYear(String jdbcUrl, PrintStream out) {
    this.jdbcUrl = jdbcUrl;
    this.out = out;
  }

  /**
   * @param cases how many, spread over {@code days} from {@code first}
   */
  public void fill(long cases, OffsetDateTime first, int days) throws SQLException {
    long begun = System.nanoTime();
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement()) {
      // What refers to what is right by construction; checking 60 million rows takes longer.
      statement.execute("set session_replication_role = replica");
      statement.execute("set maintenance_work_mem = '1GB'");
      statement.execute("set work_mem = '256MB'");
      statement.execute(Sql.read("slots.sql", Map.of()));
      try (SetAsideIndexes indexes = SetAsideIndexes.of(connection, FILLED)) {
        for (long low = 1; low <= cases; low += SLICE) {
          slice(
              connection,
              low,
              Math.min(low + SLICE - 1, cases),
              Map.of("cases", cases, "first", first, "days", days));
          out.printf(
              "\r  %,d of %,d cases, %d s",
              Math.min(low + SLICE - 1, cases),
              cases,
              Duration.ofNanos(System.nanoTime() - begun).toSeconds());
          out.flush();
        }
        out.print("; indexes ...");
        out.flush();
      }
      statement.execute("vacuum analyze");
      out.printf(" %d s%n", Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }
  }

  private static void slice(Connection connection, long low, long high, Map<String, ?> year)
      throws SQLException {
    Map<String, Object> values = new HashMap<>(year);
    values.put("low", low);
    values.put("high", high);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(Sql.read("closed.sql", values));
    }
    connection.commit();
    connection.setAutoCommit(true);
  }
}

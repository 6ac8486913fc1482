package city.whistle.benchmarks.city;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

  static final List<String> TABLES =
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
    try (Filling filling = new Filling(jdbcUrl, out)) {
      begin(filling);
      try (RestingIndexes indexes = RestingIndexes.of(filling.connection(), TABLES)) {
        write(filling, cases, first, days);
        out.print("; indexes ...");
        out.flush();
      }
      filling.line();
      filling.end();
    }
  }

  /** Makes what the cases are drawn from. */
  static void begin(Filling filling) throws SQLException {
    filling.execute(Sql.read("slots.sql", PublishedShares.values()));
  }

  static void write(Filling filling, long cases, OffsetDateTime first, int days)
      throws SQLException {
    for (long low = 1; low <= cases; low += SLICE) {
      long high = Math.min(low + SLICE - 1, cases);
      slice(filling.connection(), low, high, Map.of("cases", cases, "first", first, "days", days));
      filling.tell(high, cases, "closed cases");
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

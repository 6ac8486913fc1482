package city.whistle.benchmarks.city;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills a registry and its engine, while neither runs, with open cases: each gets all rows of one
 * that was played, under keys, numbers, units and times of its own. What is sealed it doesn't get.
 */
public final class OpenCases {

  private static final long SLICE = 20_000;

  private final String jdbcUrl;
  private final PrintStream out;

  /**
   * @param jdbcUrl of the database, for its superuser; filled by {@link CityYear} before
   */
  public OpenCases(String jdbcUrl, PrintStream out) {
    this.jdbcUrl = jdbcUrl;
    this.out = out;
  }

  /**
   * @param samples whose shares make 1
   */
  public void fill(List<Sample> samples, long cases) throws SQLException {
    long begun = System.nanoTime();
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute("set maintenance_work_mem = '1GB'");
      statement.execute("set synchronous_commit = off");
      statement.execute(Sql.read("plan.sql", Map.of()));
      Map<String, SampleFacts> facts = plan(connection, samples);
      long stride = stride(connection, facts.values());
      List<SampleRows> rows = SampleRows.setApart(connection, facts);
      try (SetAsideIndexes indexes =
          SetAsideIndexes.of(
              connection, rows.stream().map(SampleRows::table).distinct().toList())) {
        for (long low = 1; low <= cases; low += SLICE) {
          long high = Math.min(low + SLICE - 1, cases);
          statement.execute(
              Sql.read("open.sql", Map.of("low", low, "high", high, "stride", stride)));
          for (SampleRows one : rows) {
            statement.execute(one.copies(low));
          }
          out.printf("\r  %,d of %,d open cases, %d s", high, cases, since(begun));
          out.flush();
        }
        out.print("; indexes ...");
        out.flush();
      }
      statement.execute(
          "update engine.engine_meta set last_key = last_key + " + stride * (cases + 1));
      statement.execute("vacuum analyze");
      out.printf(" %d s%n", since(begun));
    }
  }

  private static long since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
  }

  private static Map<String, SampleFacts> plan(Connection connection, List<Sample> samples)
      throws SQLException {
    Map<String, SampleFacts> facts = new LinkedHashMap<>();
    double from = 0;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into city.plan values (?, ?::uuid, ?, ?, make_interval(secs => ?))")) {
      for (Sample sample : samples) {
        SampleFacts found = SampleFacts.read(connection, sample.number());
        facts.put(sample.stage(), found);
        insert.setString(1, sample.stage());
        insert.setString(2, found.id());
        insert.setDouble(3, from);
        insert.setDouble(4, from + sample.share());
        insert.setDouble(5, sample.oldest().toSeconds());
        insert.executeUpdate();
        from += sample.share();
      }
    }
    return facts;
  }

  /** Between a key of one case and that of the next: more than all samples' keys together take. */
  private static long stride(Connection connection, Collection<SampleFacts> samples)
      throws SQLException {
    long first =
        samples.stream()
            .flatMap(one -> one.instances().stream())
            .mapToLong(Long::parseLong)
            .min()
            .orElseThrow();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select last_key - " + first + " + 1 from engine.engine_meta")) {
      row.next();
      return row.getLong(1);
    }
  }
}

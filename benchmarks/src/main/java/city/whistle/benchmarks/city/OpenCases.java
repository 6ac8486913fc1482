package city.whistle.benchmarks.city;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Open cases of a registry and its engine, neither of which runs: each gets all rows of one that
 * was played, under keys, numbers, units and times of its own. What is sealed it doesn't get.
 *
 * @param stride between a key of one case and that of the next
 */
record OpenCases(List<SampleRows> rows, long stride) {

  private static final long SLICE = 20_000;

  /**
   * Sets apart what each is made of.
   *
   * @param samples whose shares make 1
   */
  static OpenCases of(Filling filling, List<Sample> samples) throws SQLException {
    filling.execute(Sql.read("plan.sql", Map.of()));
    Connection connection = filling.connection();
    Map<String, SampleFacts> facts = plan(connection, samples);
    return new OpenCases(
        SampleRows.setApart(connection, facts), stride(connection, facts.values()));
  }

  List<String> tables() {
    return rows.stream().map(SampleRows::table).distinct().toList();
  }

  void write(Filling filling, long cases) throws SQLException {
    for (long low = 1; low <= cases; low += SLICE) {
      long high = Math.min(low + SLICE - 1, cases);
      filling.execute(Sql.read("open.sql", Map.of("low", low, "high", high, "stride", stride)));
      for (SampleRows one : rows) {
        filling.execute(one.copies(low));
      }
      filling.tell(high, cases, "open cases");
    }
    filling.execute("update engine.engine_meta set last_key = last_key + " + stride * (cases + 1));
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

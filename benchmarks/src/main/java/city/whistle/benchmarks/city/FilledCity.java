package city.whistle.benchmarks.city;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** A city with a year of closed cases in its registry and all open ones in its engine, too. */
public final class FilledCity {

  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
  private static final int DAYS = 365;

  /** The last closed case came so long ago. */
  private static final long SINCE = 20;

  private final String jdbcUrl;
  private final PrintStream out;

  /**
   * @param jdbcUrl of the database, for its superuser
   */
  public FilledCity(String jdbcUrl, PrintStream out) {
    this.jdbcUrl = jdbcUrl;
    this.out = out;
  }

  /**
   * Fills the database, on which nothing may run meanwhile.
   *
   * @param samples of the open cases, played in this database
   */
  public void fill(List<Sample> samples, long open, long closed) throws SQLException {
    try (Filling filling = new Filling(jdbcUrl, out)) {
      CityYear.begin(filling);
      OpenCases cases = OpenCases.of(filling, samples);
      List<String> tables =
          Stream.concat(CityYear.TABLES.stream(), cases.tables().stream()).distinct().toList();
      try (RestingIndexes indexes = RestingIndexes.of(filling.connection(), tables)) {
        OffsetDateTime first = OffsetDateTime.now(CITY).minusDays(DAYS + SINCE);
        CityYear.write(filling, closed, first, DAYS);
        filling.line();
        cases.write(filling, open);
        filling.line();
        out.print("  indexes ...");
        out.flush();
      }
      out.println();
      filling.end();
    }
  }
}

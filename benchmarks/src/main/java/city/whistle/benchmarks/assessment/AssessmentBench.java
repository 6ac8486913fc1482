package city.whistle.benchmarks.assessment;

import city.whistle.benchmarks.city.CityYear;
import city.whistle.benchmarks.program.Calls;
import city.whistle.benchmarks.program.Program;
import city.whistle.benchmarks.program.Timings;
import city.whistle.engine.postgres.PostgresServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Computes months of a year that a whole city filled, by the program's own process, and opens what
 * people open of them.
 */
public final class AssessmentBench {

  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
  private static final int ROUNDS = 20;
  private static final int MONTHS_A_YEAR = 12;

  private final PostgresServer postgres;
  private final Path data;
  private final Path jar;
  private final long aYear;
  private final int months;
  private final PrintStream out;

  /**
   * @param jar the program, as {@code ./whistle build} makes it
   * @param aYear how many cases a year has
   * @param months how many of its months, the last ones, there are
   */
  public AssessmentBench(
      PostgresServer postgres, Path data, Path jar, long aYear, int months, PrintStream out) {
    this.postgres = postgres;
    this.data = data;
    this.jar = jar;
    this.aYear = aYear;
    this.months = months;
    this.out = out;
  }

  public void run() throws SQLException, IOException {
    String database = postgres.createDatabase("city");
    start(database).close();
    YearMonth last = lastMonth();
    YearMonth first = last.minusMonths(months - 1L);
    fill(first, last);
    try (Program program = start(database)) {
      Calls calls = new Calls(program.apiKey());
      Months process = new Months(program, calls);
      for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
        out.printf("%s computed in %.1f s%n", month, process.computed(month).toMillis() / 1e3);
      }
      out.printf("%n%-44s %9s %9s%n", "", "p50 ms", "p95 ms");
      for (Map.Entry<String, URI> page : pages(program, calls, first, last).entrySet()) {
        out.println(timed(calls, page.getValue()).line(page.getKey()));
      }
    }
  }

  /** From a month before the first one on, so that its period is full, too. */
  private void fill(YearMonth first, YearMonth last) throws SQLException {
    OffsetDateTime begin = first.minusMonths(1).atDay(1).atStartOfDay(CITY).toOffsetDateTime();
    int days = (int) ChronoUnit.DAYS.between(first.minusMonths(1).atDay(1), last.atDay(20));
    new CityYear(postgres.jdbcUrl("city"), out)
        .fill(aYear * (months + 1) / MONTHS_A_YEAR, begin, days);
  }

  private Program start(String database) throws IOException {
    return Program.start(jar, data.resolve("program"), database, "1g");
  }

  /** The last month whose period is over, with a day to spare. */
  private static YearMonth lastMonth() {
    return YearMonth.from(LocalDate.now(CITY).minusDays(20));
  }

  private static Map<String, URI> pages(
      Program program, Calls calls, YearMonth first, YearMonth month) throws IOException {
    URI base = program.api().resolve("/api/assessments/" + month);
    Map<String, URI> pages = new LinkedHashMap<>();
    for (String group : new String[] {"district", "street", "department", "enterprise", "trade"}) {
      pages.put("ranking: " + group, URI.create(base + "?group=" + group));
    }
    pages.put("trade by territory: housing", URI.create(base + "/trades/housing"));
    pages.put("whistles", URI.create(base + "/whistles"));
    pages.put("versions", URI.create(base + "/versions"));
    String street = busiest(calls, pages.get("ranking: street"));
    String district = busiest(calls, pages.get("ranking: district"));
    for (String figure : new String[] {"valid", "notSettled", "excluded", "dispatched"}) {
      pages.put("cases of a street: " + figure, behind(base, "street", street, figure));
      pages.put("cases of a district: " + figure, behind(base, "district", district, figure));
      pages.put("cases of a trade: " + figure, behind(base, "trade", "housing", figure));
    }
    for (String by : new String[] {"month,unit", "district,category", "unit,top"}) {
      pages.put(
          "all months by " + by,
          program
              .api()
              .resolve("/api/assessments?from=%s&to=%s&by=%s".formatted(first, month, by)));
    }
    return pages;
  }

  private static URI behind(URI base, String group, String unit, String figure) {
    return URI.create("%s/cases?group=%s&unit=%s&figure=%s".formatted(base, group, unit, figure));
  }

  /** The unit with the most cases: its lists are the longest. */
  private static String busiest(Calls calls, URI ranking) throws IOException {
    JsonNode most = null;
    for (JsonNode row : calls.read(ranking).path("rows")) {
      if (most == null || valid(row) > valid(most)) {
        most = row;
      }
    }
    return Objects.requireNonNull(most, "a month without rows").path("unit").asText();
  }

  private static long valid(JsonNode row) {
    return row.path("counts").path("valid").asLong();
  }

  private static Timings timed(Calls calls, URI uri) throws IOException {
    calls.read(uri);
    long[] nanos = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long begun = System.nanoTime();
      calls.read(uri);
      nanos[round] = System.nanoTime() - begun;
    }
    return Timings.of(nanos);
  }
}

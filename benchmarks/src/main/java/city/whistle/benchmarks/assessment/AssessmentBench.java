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
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Computes months of a year that a whole city filled, by the program's own process, and opens what
 * people open of them.
 */
public final class AssessmentBench {

  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
  private static final int DAYS = 366;
  private static final int MONTHS = 2;
  private static final int ROUNDS = 20;
  private static final long LOOK_AGAIN_MILLIS = 50;
  private static final Duration COMPUTING = Duration.ofMinutes(10);
  private static final int NOT_YET = 404;
  private static final int OK = 200;

  private final PostgresServer postgres;
  private final Path data;
  private final Path jar;
  private final long cases;
  private final PrintStream out;

  /**
   * @param jar the program, as {@code ./whistle build} makes it
   * @param cases how many a year has
   */
  public AssessmentBench(
      PostgresServer postgres, Path data, Path jar, long cases, PrintStream out) {
    this.postgres = postgres;
    this.data = data;
    this.jar = jar;
    this.cases = cases;
    this.out = out;
  }

  public void run() throws SQLException, IOException {
    String database = postgres.createDatabase("city");
    start(database).close();
    YearMonth last = lastMonth();
    new CityYear(postgres.jdbcUrl("city"), out).fill(cases, firstDay(last), DAYS);
    try (Program program = start(database)) {
      Calls calls = new Calls(program.apiKey());
      for (int before = MONTHS - 1; before >= 0; before--) {
        YearMonth month = last.minusMonths(before);
        out.printf("%s computed in %.1f s%n", month, computed(program, calls, month) / 1e3);
      }
      out.printf("%n%-44s %9s %9s%n", "", "p50 ms", "p95 ms");
      pages(program, calls, last).forEach((name, uri) -> out.println(timed(calls, uri).line(name)));
    }
  }

  private Program start(String database) throws IOException {
    return Program.start(jar, data.resolve("program"), database, "1g");
  }

  /** The last month whose period is over, with a day to spare. */
  private static YearMonth lastMonth() {
    return YearMonth.from(LocalDate.now(CITY).minusDays(20));
  }

  private static OffsetDateTime firstDay(YearMonth last) {
    return last.minusMonths(12).atDay(1).atStartOfDay(CITY).toOffsetDateTime();
  }

  /** How many milliseconds pass from the start of the process until its figures can be read. */
  private static long computed(Program program, Calls calls, YearMonth month) throws IOException {
    long begun = System.nanoTime();
    calls.post(
        program.engine().resolve("/v2/process-instances"),
        Map.of(
            "processDefinitionId",
            "monthly-assessment",
            "variables",
            Map.of("month", month.toString())));
    URI figures = program.api().resolve("/api/assessments/" + month);
    while (System.nanoTime() - begun < COMPUTING.toNanos()) {
      int status = calls.status(figures);
      if (status == OK) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
      }
      if (status != NOT_YET) {
        throw new IllegalStateException(figures + " answered " + status);
      }
      pause();
    }
    throw new IllegalStateException(month + " was not computed in " + COMPUTING);
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Map<String, URI> pages(Program program, Calls calls, YearMonth month)
      throws IOException {
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

  private static Timings timed(Calls calls, URI uri) {
    try {
      calls.read(uri);
      long[] nanos = new long[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        long begun = System.nanoTime();
        calls.read(uri);
        nanos[round] = System.nanoTime() - begun;
      }
      return Timings.of(nanos);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

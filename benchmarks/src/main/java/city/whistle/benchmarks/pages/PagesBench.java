package city.whistle.benchmarks.pages;

import city.whistle.benchmarks.city.CityYear;
import city.whistle.benchmarks.city.OpenCases;
import city.whistle.benchmarks.city.Sample;
import city.whistle.benchmarks.program.Calls;
import city.whistle.benchmarks.program.Program;
import city.whistle.benchmarks.program.Timings;
import city.whistle.engine.postgres.PostgresServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Opens the pages of people at work while all cases of a city are open in the engine and many more
 * are closed in the registry.
 */
public final class PagesBench {

  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
  private static final int DAYS = 365;
  private static final int WARM_UP_ROUNDS = 5;
  private static final long READ_MILLIS = 2000;
  private static final long BYTES_A_CASE = 48_000;
  private static final long MEGABYTE = 1_000_000;
  private static final int HEAP_MEGABYTES = 1000;

  private final PostgresServer postgres;
  private final Path data;
  private final Path jar;
  private final PagesSize size;
  private final PrintStream out;

  /**
   * @param jar the program, as {@code ./whistle build} makes it
   */
  public PagesBench(PostgresServer postgres, Path data, Path jar, PagesSize size, PrintStream out) {
    this.postgres = postgres;
    this.data = data;
    this.jar = jar;
    this.size = size;
    this.out = out;
  }

  public void run() throws SQLException, IOException {
    String database = postgres.createDatabase("city");
    String password = UUID.randomUUID().toString();
    List<Sample> samples = samples(database, password);
    String filled = postgres.jdbcUrl("city");
    new CityYear(filled, out)
        .fill(size.closed(), OffsetDateTime.now(CITY).minusDays(DAYS + 20L), DAYS);
    new OpenCases(filled, out).fill(samples, size.open());
    Staff staff = new Staff(filled);
    long begun = System.nanoTime();
    long heap = HEAP_MEGABYTES + size.open() * BYTES_A_CASE / MEGABYTE;
    try (Program program = start(database, heap + "m")) {
      out.printf(
          "started in %d s with %,d open cases, -Xmx%dm%n",
          Duration.ofNanos(System.nanoTime() - begun).toSeconds(), size.open(), heap);
      List<Visit> visits = new PagesOfACity(program.api(), staff, password).visits();
      alone(visits);
      Map<String, Timings> timings =
          new Crowd(visits, size.people(), READ_MILLIS).open(size.seconds());
      out.printf("%n%-44s %9s %9s%n", size.people() + " people at once", "p50 ms", "p95 ms");
      timings.forEach((name, taken) -> out.println(taken.line(name)));
    }
  }

  /** What the first round of each took is told: nothing was kept in memory then. */
  private void alone(List<Visit> visits) throws IOException {
    out.printf("%n%-44s %9s %9s%n", "one after another", "p50 ms", "first ms");
    for (Visit visit : visits) {
      long first = visit.nanos();
      long[] nanos = new long[WARM_UP_ROUNDS];
      for (int round = 0; round < WARM_UP_ROUNDS; round++) {
        nanos[round] = visit.nanos();
      }
      out.println(new Timings(Timings.of(nanos).p50(), Timings.of(first).p50()).line(visit.name()));
    }
  }

  private List<Sample> samples(String database, String password) throws IOException {
    try (Program program = start(database, HEAP_MEGABYTES + "m")) {
      new Visitor(program.api())
          .send(program.firstSignIn().getPath(), Map.of("password", password, "again", password));
      return new Player(program, new Calls(program.apiKey())).play();
    }
  }

  private Program start(String database, String heap) throws IOException {
    return Program.start(jar, data.resolve("program"), database, heap);
  }
}

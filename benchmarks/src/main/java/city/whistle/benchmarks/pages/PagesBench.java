package city.whistle.benchmarks.pages;

import city.whistle.benchmarks.city.FilledCity;
import city.whistle.benchmarks.city.Sample;
import city.whistle.benchmarks.program.Calls;
import city.whistle.benchmarks.program.Processors;
import city.whistle.benchmarks.program.Program;
import city.whistle.benchmarks.program.Timings;
import city.whistle.engine.postgres.PostgresServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens the pages of people at work while all cases of a city are open in the engine and many more
 * are closed in the registry.
 */
public final class PagesBench {

  static final String PROGRAM = "program";

  private static final int WARM_UP_ROUNDS = 5;
  private static final long READ_MILLIS = 2000;
  private static final long BYTES_A_CASE = 36_000;
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
    Optional<Kept> before = Kept.read(data, Instant.now());
    Kept city = before.isPresent() ? before.get() : filled(database);
    Staff staff = new Staff(postgres.jdbcUrl("city"));
    long begun = System.nanoTime();
    long heap = HEAP_MEGABYTES + city.open() * BYTES_A_CASE / MEGABYTE;
    try (Program program = start(database, heap + "m")) {
      out.printf(
          "started in %d s with %,d open and %,d closed cases, -Xmx%dm%n",
          Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
          city.open(),
          city.closed(),
          heap);
      List<Visit> visits = new PagesOfACity(program.api(), staff, city.password()).visits();
      alone(visits, program.processors(data.resolve("postgresql").resolve("cluster")));
      Map<String, Timings> timings =
          new Crowd(visits, size.people(), READ_MILLIS).open(size.seconds());
      out.printf("%n%-44s %9s %9s%n", size.people() + " people at once", "p50 ms", "p95 ms");
      timings.forEach((name, taken) -> out.println(taken.line(name)));
    }
  }

  private Kept filled(String database) throws SQLException, IOException {
    Kept city = new Kept(size.open(), size.closed(), UUID.randomUUID().toString(), Instant.now());
    List<Sample> samples = samples(database, city.password());
    new FilledCity(postgres.jdbcUrl("city"), out).fill(samples, city.open(), city.closed());
    city.write(data);
    return city;
  }

  /**
   * What the first round of each took is told: nothing was kept in memory then. Of the others also
   * how long the processors worked, both of them together.
   */
  private void alone(List<Visit> visits, Processors processors) throws IOException {
    out.printf("%n%-44s %9s %9s %9s%n", "one after another", "p50 ms", "first ms", "processor ms");
    for (Visit visit : visits) {
      long first = visit.nanos();
      long[] nanos = new long[WARM_UP_ROUNDS];
      Duration before = processors.used();
      for (int round = 0; round < WARM_UP_ROUNDS; round++) {
        nanos[round] = visit.nanos();
      }
      long used = processors.used().minus(before).toMillis() / WARM_UP_ROUNDS;
      out.printf(
          "%s %9d%n",
          new Timings(Timings.of(nanos).p50(), Timings.of(first).p50()).line(visit.name()), used);
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
    return Program.start(jar, data.resolve(PROGRAM), database, heap);
  }
}

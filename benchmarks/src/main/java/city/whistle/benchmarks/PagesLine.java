package city.whistle.benchmarks;

import city.whistle.benchmarks.pages.PagesBench;
import city.whistle.benchmarks.pages.PagesSize;
import city.whistle.engine.postgres.PostgresServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * {@code bench pages}.
 *
 * @param program the packaged program's jar
 * @param keep where the filled city is, or is made and stays; null where it is deleted afterwards
 */
record PagesLine(Path data, Path program, Path keep, PagesSize size) implements CommandLine {

  static PagesLine parse(List<String> options) {
    PagesLine line =
        Options.apply(
            new PagesLine(Path.of("data"), null, null, PagesSize.CITY),
            options,
            Map.of(
                "--data",
                    (one, value) -> new PagesLine(Path.of(value), one.program, one.keep, one.size),
                "--program",
                    (one, value) -> new PagesLine(one.data, Path.of(value), one.keep, one.size),
                "--keep",
                    (one, value) -> new PagesLine(one.data, one.program, Path.of(value), one.size),
                "--open",
                    sized(
                        "--open",
                        (size, n) ->
                            new PagesSize(n, size.closed(), size.people(), size.seconds())),
                "--closed",
                    sized(
                        "--closed",
                        (size, n) -> new PagesSize(size.open(), n, size.people(), size.seconds())),
                "--people",
                    sized(
                        "--people",
                        (size, n) -> new PagesSize(size.open(), size.closed(), n, size.seconds())),
                "--seconds",
                    sized(
                        "--seconds",
                        (size, n) -> new PagesSize(size.open(), size.closed(), size.people(), n))));
    if (line.program == null) {
      throw new IllegalArgumentException("--program must name the program's jar.");
    }
    return line;
  }

  private static BiFunction<PagesLine, String, PagesLine> sized(
      String option, BiFunction<PagesSize, Integer, PagesSize> change) {
    return (line, value) ->
        new PagesLine(
            line.data,
            line.program,
            line.keep,
            change.apply(line.size, Options.number(option, value)));
  }

  @Override
  public Optional<Path> kept() {
    return Optional.ofNullable(keep);
  }

  @Override
  public void run(PostgresServer postgres, Path directory, PrintStream out)
      throws SQLException, IOException {
    out.println(Machine.of(postgres.jdbcUrl("postgres")));
    new PagesBench(postgres, directory, program, size, out).run();
  }
}

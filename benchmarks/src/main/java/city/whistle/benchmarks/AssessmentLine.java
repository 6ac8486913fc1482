package city.whistle.benchmarks;

import city.whistle.benchmarks.assessment.AssessmentBench;
import city.whistle.engine.postgres.PostgresServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * {@code bench assessment}.
 *
 * @param program the packaged program's jar
 * @param cases how many the city has in its year
 */
record AssessmentLine(Path data, Path program, int cases) implements CommandLine {

  private static final int A_CITYS_YEAR = 10_000_000;

  static AssessmentLine parse(List<String> options) {
    AssessmentLine line =
        Options.apply(
            new AssessmentLine(Path.of("data"), null, A_CITYS_YEAR),
            options,
            Map.of(
                "--data",
                (one, value) -> new AssessmentLine(Path.of(value), one.program, one.cases),
                "--program",
                (one, value) -> new AssessmentLine(one.data, Path.of(value), one.cases),
                "--cases",
                (one, value) ->
                    new AssessmentLine(one.data, one.program, Options.number("--cases", value))));
    if (line.program == null) {
      throw new IllegalArgumentException("--program must name the program's jar.");
    }
    return line;
  }

  @Override
  public void run(PostgresServer postgres, Path directory, PrintStream out)
      throws SQLException, IOException {
    out.println(Machine.of(postgres.jdbcUrl("postgres")));
    new AssessmentBench(postgres, directory, program, cases, out).run();
  }
}

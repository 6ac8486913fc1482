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
 * @param cases how many the city has in a year
 * @param months how many of the year's months to fill and compute
 */
record AssessmentLine(Path data, Path program, int cases, int months) implements CommandLine {

  private static final int A_CITYS_YEAR = 10_000_000;
  private static final int MONTHS = 12;

  static AssessmentLine parse(List<String> options) {
    AssessmentLine line =
        Options.apply(
            new AssessmentLine(Path.of("data"), null, A_CITYS_YEAR, MONTHS),
            options,
            Map.of(
                "--data", (one, value) -> one.with(Path.of(value), one.program),
                "--program", (one, value) -> one.with(one.data, Path.of(value)),
                "--cases", (one, value) -> one.with(Options.number("--cases", value), one.months),
                "--months",
                    (one, value) -> one.with(one.cases, Options.number("--months", value))));
    if (line.program == null) {
      throw new IllegalArgumentException("--program must name the program's jar.");
    }
    return line;
  }

  private AssessmentLine with(Path newData, Path newProgram) {
    return new AssessmentLine(newData, newProgram, cases, months);
  }

  private AssessmentLine with(int newCases, int newMonths) {
    return new AssessmentLine(data, program, newCases, newMonths);
  }

  @Override
  public void run(PostgresServer postgres, Path directory, PrintStream out)
      throws SQLException, IOException {
    out.println(Machine.of(postgres.jdbcUrl("postgres")));
    new AssessmentBench(postgres, directory, program, cases, months, out).run();
  }
}

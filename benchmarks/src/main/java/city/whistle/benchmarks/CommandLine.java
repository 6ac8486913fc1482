package city.whistle.benchmarks;

import city.whistle.engine.postgres.PostgresServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What the command line asks for. */
sealed interface CommandLine permits EngineLine, AssessmentLine, PagesLine {

  /**
   * @throws IllegalArgumentException where it can't be understood; the message says why
   */
  static CommandLine parse(List<String> arguments) {
    String what = arguments.isEmpty() ? "" : arguments.get(0);
    List<String> options = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    return switch (what) {
      case "engine" -> EngineLine.parse(options);
      case "assessment" -> AssessmentLine.parse(options);
      case "pages" -> PagesLine.parse(options);
      default ->
          throw new IllegalArgumentException(
              "Say what to measure: engine, assessment or pages. ('./whistle bench engine')");
    };
  }

  /** Where a database may be made. */
  Path data();

  /** Where it stays for the next time; empty where it is deleted afterwards. */
  default Optional<Path> kept() {
    return Optional.empty();
  }

  /**
   * Measures.
   *
   * @param directory to use, deleted afterwards unless it is {@link #kept}
   */
  void run(PostgresServer postgres, Path directory, PrintStream out)
      throws SQLException, IOException;
}

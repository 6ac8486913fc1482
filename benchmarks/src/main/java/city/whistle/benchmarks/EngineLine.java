package city.whistle.benchmarks;

import city.whistle.benchmarks.EngineBench.Mode;
import city.whistle.engine.postgres.PostgresServer;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** {@code bench engine}. */
record EngineLine(Settings settings, List<Mode> modes, Path data) implements CommandLine {

  static EngineLine parse(List<String> options) {
    return Options.apply(
        new EngineLine(Settings.DEFAULT, List.of(Mode.values()), Path.of("data")),
        options,
        Map.of(
            "--data", (line, value) -> new EngineLine(line.settings, line.modes, Path.of(value)),
            "--rounds",
                (line, value) ->
                    line.with(line.settings.withRounds(Options.number("--rounds", value))),
            "--seconds",
                (line, value) ->
                    line.with(line.settings.withSeconds(Options.number("--seconds", value))),
            "--warm-up",
                (line, value) ->
                    line.with(line.settings.withWarmUp(Options.number("--warm-up", value))),
            "--modes", (line, value) -> new EngineLine(line.settings, modes(value), line.data)));
  }

  private EngineLine with(Settings next) {
    return new EngineLine(next, modes, data);
  }

  private static List<Mode> modes(String value) {
    try {
      return Stream.of(value.split(","))
          .map(name -> Mode.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--modes needs some of in-process,grpc,rest, not '%s'.".formatted(value), e);
    }
  }

  @Override
  public void run(PostgresServer postgres, Path directory, PrintStream out) throws SQLException {
    new EngineBench(postgres, settings, out).run(modes);
  }
}

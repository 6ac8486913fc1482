package city.whistle.benchmarks.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How much of the processors the program and its PostgreSQL have used. Other than how long
 * something takes, it hardly depends on what else runs.
 */
public final class Processors {

  private final ProcessHandle program;
  private final ProcessHandle postgres;

  private Processors(ProcessHandle program, ProcessHandle postgres) {
    this.program = program;
    this.postgres = postgres;
  }

  /**
   * @param cluster directory of the PostgreSQL that the program works on
   */
  static Processors of(Process program, Path cluster) throws IOException {
    try (Stream<String> lines = Files.lines(cluster.resolve("postmaster.pid"))) {
      long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
      return new Processors(program.toHandle(), ProcessHandle.of(pid).orElseThrow());
    }
  }

  /** Of all that runs now; what a process used that has ended isn't in it. */
  public Duration used() {
    return Stream.concat(
            Stream.of(program), Stream.concat(Stream.of(postgres), postgres.descendants()))
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}

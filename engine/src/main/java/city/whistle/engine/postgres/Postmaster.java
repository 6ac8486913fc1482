package city.whistle.engine.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server process that a data directory's {@code postmaster.pid} names. The file outlives a
 * killed server, and by then its number may be another program's: nothing is stopped before {@link
 * #runs} has said whose it is.
 *
 * @param pid the process's number
 * @param port where it listens, empty while it is on its way up or down
 */
record Postmaster(long pid, Optional<Integer> port) {

  static final String FILE = "postmaster.pid";

  private static final int PORT_LINE = 3;

  /** What the file says; empty where there is none, or one that can't be understood. */
  static Optional<Postmaster> of(Path data) {
    try {
      List<String> lines = Files.readAllLines(data.resolve(FILE));
      // A standalone backend writes its number with a minus.
      long pid = Math.abs(Long.parseLong(lines.get(0).strip()));
      return Optional.of(new Postmaster(pid, port(lines)));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> port(List<String> lines) {
    return lines.size() > PORT_LINE
        ? Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()))
        : Optional.empty();
  }

  /** Whether that number is a living PostgreSQL's that works in just this data directory. */
  boolean runs(Path data) {
    return process().map(handle -> isOurs(handle, data)).orElse(false);
  }

  /**
   * Server processes of this data directory that go on without their postmaster, as those of a
   * killed one do for a moment; empty on systems that don't tell where a process works.
   */
  static List<ProcessHandle> orphans(Path data) {
    return ProcessHandle.allProcesses()
        .filter(process -> place(process).map(place -> isSame(place, data)).orElse(false))
        .filter(process -> isOurs(process, data))
        .toList();
  }

  private Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
  }

  /** A zombie has neither a command nor a place; PostgreSQL's place is its data directory. */
  private static boolean isOurs(ProcessHandle process, Path data) {
    boolean isPostgres =
        process
            .info()
            .command()
            .map(command -> "postgres".equals(Path.of(command).getFileName().toString()))
            .orElse(false);
    return isPostgres && place(process).map(place -> isSame(place, data)).orElse(true);
  }

  /** Where the process works; empty where this system doesn't tell. */
  private static Optional<Path> place(ProcessHandle process) {
    try {
      return Optional.of(Path.of("/proc", Long.toString(process.pid()), "cwd").toRealPath());
    } catch (IOException | SecurityException e) {
      return Optional.empty();
    }
  }

  private static boolean isSame(Path place, Path data) {
    try {
      return Files.isSameFile(place, data);
    } catch (IOException e) {
      return false;
    }
  }
}

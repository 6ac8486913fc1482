package city.whistle.engine.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Runs a short command to its end. It sees nothing of this program's environment, which has secrets
 * in it, but what finds programs and names a language.
 */
final class Command {

  private static final int NOT_FOUND = 127;
  private static final Set<String> PASSED_ON = Set.of("PATH", "LANG", "TZ");

  private Command() {}

  /** How a command ended. */
  record Outcome(int exitCode) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  /** Runs it without showing what it prints. */
  static Outcome run(List<String> command) {
    return run(command, Redirect.DISCARD);
  }

  /** Runs it, adding what it prints to the log. */
  static Outcome run(List<String> command, Path log) {
    return run(command, Redirect.appendTo(log.toFile()));
  }

  private static Outcome run(List<String> command, Redirect output) {
    Process process;
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().retainAll(PASSED_ON);
    try {
      process =
          builder
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output)
              .start();
      process.getOutputStream().close();
    } catch (IOException missing) {
      return new Outcome(NOT_FOUND);
    }
    return new Outcome(waitFor(process));
  }

  private static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while PostgreSQL was starting"));
    }
  }
}

package city.whistle.benchmarks;

import city.whistle.engine.postgres.PostgresException;
import city.whistle.engine.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./whistle bench}: measures on a database that is made for it. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    try {
      run(CommandLine.parse(List.of(arguments)));
      System.exit(0);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (PostgresException | IllegalStateException | SQLException | IOException e) {
      System.err.println("The benchmark failed: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void run(CommandLine line) throws SQLException, IOException {
    Path directory = line.kept().isPresent() ? line.kept().get().toAbsolutePath() : passing(line);
    try (PostgresServer postgres = PostgresServer.start(directory.resolve("postgresql"), 0)) {
      line.run(postgres, directory, System.out);
    }
  }

  /** A directory that is deleted at the end. */
  private static Path passing(CommandLine line) throws IOException {
    Files.createDirectories(line.data());
    Path directory = Files.createTempDirectory(line.data().toAbsolutePath(), "bench-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
    return directory;
  }

  private static void delete(Path directory) {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package city.whistle.benchmarks.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as it is packaged, running in a JVM of its own until it is closed. */
public final class Program implements AutoCloseable {

  /** A city's open cases take minutes to load. */
  private static final Duration START = Duration.ofMinutes(20);

  private static final Duration STOP = Duration.ofMinutes(1);
  private static final long LOOK_AGAIN_MILLIS = 100;
  private static final List<String> ANY_PORTS =
      List.of("--api-port", "0", "--rest-port", "0", "--grpc-port", "0", "--management-port", "0");

  private final Process process;
  private final Path data;
  private final JsonNode addresses;

  private Program(Process process, Path data, JsonNode addresses) {
    this.process = process;
    this.data = data;
    this.addresses = addresses;
  }

  /**
   * Starts it on free ports and waits until it answers.
   *
   * @param jar as {@code ./whistle build} makes it
   * @param databaseUrl of the database that it works on
   * @param heap as {@code -Xmx} takes it
   * @throws IllegalStateException where it ends or doesn't answer; its log says why
   */
  public static Program start(Path jar, Path data, String databaseUrl, String heap)
      throws IOException {
    Files.createDirectories(data);
    Path addresses = data.resolve("addresses.json");
    Files.deleteIfExists(addresses);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                "-jar",
                jar.toString(),
                "up",
                "--data",
                data.toString()));
    command.addAll(ANY_PORTS);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("WHISTLE_DB_URL", databaseUrl);
    builder.redirectErrorStream(true).redirectOutput(data.resolve("output.log").toFile());
    Process process = builder.start();
    try {
      return new Program(process, data, await(process, addresses));
    } catch (IllegalStateException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static JsonNode await(Process process, Path addresses) throws IOException {
    long end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < end) {
      if (Files.exists(addresses)) {
        return new ObjectMapper().readTree(addresses.toFile());
      }
      if (pause(process)) {
        break;
      }
    }
    throw new IllegalStateException(
        "The program does not answer; its output is in " + addresses.resolveSibling("output.log"));
  }

  /** Whether it ended meanwhile. */
  private static boolean pause(Process process) {
    try {
      return process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /**
   * What it uses of the processors, with its PostgreSQL.
   *
   * @param cluster directory of that
   */
  public Processors processors(Path cluster) throws IOException {
    return Processors.of(process, cluster);
  }

  /** Of the pages and the hotline's API. */
  public URI api() {
    return URI.create(addresses.path("api").asText());
  }

  /** Of the engine's REST API. */
  public URI engine() {
    return URI.create(addresses.path("rest").asText());
  }

  /** Where the first administrator chooses a password. */
  public URI firstSignIn() {
    return URI.create(addresses.path("firstSignIn").asText());
  }

  /** The demonstration hotline's. */
  public String apiKey() throws IOException {
    return Files.readString(data.resolve("keys").resolve("hotline.key")).strip();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}

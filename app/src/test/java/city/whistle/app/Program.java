package city.whistle.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The program as a process of its own, for tests of what only a process can show. */
final class Program implements AutoCloseable {

  private static final Duration READY = Duration.ofMinutes(3);

  private final Path data;
  private final Map<String, String> environment;
  private final Path output;
  private final Process process;

  private Program(Path data, Map<String, String> environment, Path output, Process process) {
    this.data = data;
    this.environment = environment;
    this.output = output;
    this.process = process;
  }

  /** Starts it on any free ports with the test's own class path. */
  static Program start(String command, Path data, String... more) {
    return start(Map.of(), command, data, more);
  }

  /** The same with further environment variables. */
  static Program start(Map<String, String> environment, String command, Path data, String... more) {
    List<String> program =
        List.of("-cp", System.getProperty("java.class.path"), Main.class.getName());
    return start(program, environment, command, data, more);
  }

  /** The packaged one on any free ports in little memory. */
  static Program packaged(Path jar, String heap, String command, Path data, String... more) {
    List<String> program = List.of("-Xmx" + heap, "-jar", jar.toString());
    return start(program, Map.of(), command, data, more);
  }

  private static Program start(
      List<String> program,
      Map<String, String> environment,
      String command,
      Path data,
      String... more) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(Script.options());
    line.addAll(program);
    line.addAll(List.of(command, "--data", data.toString()));
    for (String port : List.of("api", "rest", "grpc", "management")) {
      line.addAll(List.of("--" + port + "-port", "0"));
    }
    line.addAll(List.of(more));
    try {
      Path output = Files.createTempFile("whistle", ".txt");
      output.toFile().deleteOnExit();
      ProcessBuilder builder =
          new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      return new Program(data, environment, output, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it says where it can be reached. */
  Addresses addresses() {
    Path file = data.resolve("addresses.json");
    Awaitility.await("addresses.json of " + process)
        .atMost(READY)
        .until(() -> Files.exists(file) || !process.isAlive());
    try {
      JsonNode named = new ObjectMapper().readTree(file.toFile());
      return new Addresses(
          Optional.ofNullable(named.get("api")).map(JsonNode::asText).map(URI::create),
          URI.create(named.get("rest").asText()),
          URI.create(named.get("grpc").asText()),
          Optional.ofNullable(named.get("management")).map(JsonNode::asText).map(URI::create),
          hotlineKey(),
          Optional.ofNullable(named.get("firstSignIn")).map(JsonNode::asText).map(URI::create));
    } catch (IOException e) {
      throw new UncheckedIOException(output(), e);
    }
  }

  private Optional<String> hotlineKey() {
    return Optional.ofNullable(environment.get("WHISTLE_DEMO_HOTLINE_KEY"))
        .or(() -> HotlineKey.made(new DataDirectory(data)));
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  int exitCode() {
    try {
      if (!process.waitFor(READY.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("still running: " + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    terminate();
    exitCode();
  }
}

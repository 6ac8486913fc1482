package city.whistle.engine.contract.kill;

import io.camunda.client.CamundaClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** An engine in a JVM of its own, to be killed; and the one that comes after it. */
final class EngineProcess {

  static final String READY = "ready ";

  private final Process process;
  private final URI rest;
  private final URI grpc;
  private final CompletableFuture<EngineProcess> successor = new CompletableFuture<>();

  private EngineProcess(Process process, URI rest, URI grpc) {
    this.process = process;
    this.rest = rest;
    this.grpc = grpc;
  }

  static EngineProcess start(String jdbcUrl) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                EngineMain.class.getName(),
                jdbcUrl)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    while (line != null && !line.startsWith(READY)) {
      line = output.readLine();
    }
    if (line == null) {
      throw new IOException("the engine did not start");
    }
    CompletableFuture.runAsync(() -> output.lines().forEach(System.err::println));
    String[] addresses = line.substring(READY.length()).split(" ");
    return new EngineProcess(process, URI.create(addresses[0]), URI.create(addresses[1]));
  }

  /** SIGKILL: nothing of the program runs any more, not even a shutdown hook. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Tells those who used this engine where to go on. */
  void succeededBy(EngineProcess next) {
    successor.complete(next);
  }

  EngineProcess awaitSuccessor() {
    return successor.join();
  }

  CamundaClient client(boolean overRest) {
    return CamundaClient.newClientBuilder()
        .restAddress(rest)
        .grpcAddress(grpc)
        .preferRestOverGrpc(overRest)
        .build();
  }
}

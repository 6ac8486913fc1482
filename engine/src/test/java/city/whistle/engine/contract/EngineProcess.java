package city.whistle.engine.contract;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** An engine in a JVM of its own; where that is killed, also the one that comes after it. */
public final class EngineProcess {

  static final String READY = "ready ";

  private final Process process;
  private final URI rest;
  private final URI grpc;
  private final URI management;
  private final CompletableFuture<EngineProcess> successor = new CompletableFuture<>();

  private EngineProcess(Process process, URI rest, URI grpc, URI management) {
    this.process = process;
    this.rest = rest;
    this.grpc = grpc;
    this.management = management;
  }

  /**
   * @param longestRestPoll how long the engine lets a request for jobs over REST wait
   */
  public static EngineProcess start(String jdbcUrl, Duration longestRestPoll) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                EngineMain.class.getName(),
                jdbcUrl,
                longestRestPoll.toString())
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
    passOn(output);
    String[] addresses = line.substring(READY.length()).split(" ");
    return new EngineProcess(
        process, URI.create(addresses[0]), URI.create(addresses[1]), URI.create(addresses[2]));
  }

  /**
   * Reads until the process ends, on a thread of its own: an unread pipe would stop the process.
   */
  private static void passOn(BufferedReader output) {
    Thread reader =
        new Thread(() -> output.lines().forEach(System.err::println), "engine-process-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** SIGKILL: nothing of the program runs any more, not even a shutdown hook. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Tells those who used this engine where to go on. */
  public void succeededBy(EngineProcess next) {
    successor.complete(next);
  }

  public EngineProcess awaitSuccessor() {
    return successor.join();
  }

  URI managementAddress() {
    return management;
  }

  /** A builder of clients that has its defaults but for the addresses. */
  CamundaClientBuilder clientBuilder() {
    return CamundaClient.newClientBuilder().restAddress(rest).grpcAddress(grpc);
  }

  public CamundaClient client(boolean overRest) {
    return clientBuilder().preferRestOverGrpc(overRest).build();
  }
}

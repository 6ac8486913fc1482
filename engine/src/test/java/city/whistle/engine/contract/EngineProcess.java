package city.whistle.engine.contract;

import city.whistle.engine.jvm.JavaOptions;
import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An engine in a JVM of its own; where that is killed, also the one that comes after it. */
public final class EngineProcess {

  static final String READY = "ready ";

  private final Process process;
  private final Output output;
  private final URI rest;
  private final URI grpc;
  private final URI management;
  private final CompletableFuture<EngineProcess> successor = new CompletableFuture<>();

  private EngineProcess(Process process, Output output, URI rest, URI grpc, URI management) {
    this.process = process;
    this.output = output;
    this.rest = rest;
    this.grpc = grpc;
    this.management = management;
  }

  /**
   * @param longestRestPoll how long the engine lets a request for jobs over REST wait
   */
  public static EngineProcess start(String jdbcUrl, Duration longestRestPoll) throws IOException {
    return start(jdbcUrl, longestRestPoll, "warn");
  }

  /**
   * @param logLevel from which on it says what is logged
   */
  static EngineProcess start(String jdbcUrl, Duration longestRestPoll, String logLevel)
      throws IOException {
    Process process =
        new ProcessBuilder(command(jdbcUrl, longestRestPoll, logLevel))
            .redirectErrorStream(true)
            .start();
    Output output = Output.of(process, READY);
    String[] addresses = output.awaitSign().split(" ");
    return new EngineProcess(
        process,
        output,
        URI.create(addresses[0]),
        URI.create(addresses[1]),
        URI.create(addresses[2]));
  }

  private static List<String> command(String jdbcUrl, Duration longestRestPoll, String logLevel) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(JavaOptions.inherited());
    command.add("-Dlog.level=" + logLevel);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(EngineMain.class.getName(), jdbcUrl, longestRestPoll.toString()));
    return command;
  }

  /** SIGKILL: nothing of the program runs any more, not even a shutdown hook. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /**
   * Ends it in good order.
   *
   * @return the lines that it said, but for its addresses
   */
  List<String> end() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
    return output.all();
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

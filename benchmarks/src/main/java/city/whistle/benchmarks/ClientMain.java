package city.whistle.benchmarks;

import java.net.URI;
import java.util.Arrays;

/** The client's side as a program of its own; tells what it saw on its output. */
final class ClientMain {

  private ClientMain() {}

  /**
   * @param arguments protocol, REST address, gRPC address, then the settings
   */
  public static void main(String[] arguments) {
    Protocol protocol = Protocol.valueOf(arguments[0]);
    Settings settings = Settings.ofArguments(Arrays.copyOfRange(arguments, 3, arguments.length));
    Outcome outcome;
    try (Port port = new OverClient(protocol, URI.create(arguments[1]), URI.create(arguments[2]))) {
      outcome = new Load(port, settings).run();
    }
    Report.lines(outcome).forEach(System.out::println);
    System.exit(0);
  }
}

package city.whistle.engine.contract;

import city.whistle.engine.server.EmbeddedEngine;
import java.io.IOException;
import java.time.Duration;

/** An engine as a program of its own; it says its addresses and lives as long as its input. */
final class EngineMain {

  private EngineMain() {}

  public static void main(String[] arguments) throws IOException {
    EmbeddedEngine engine =
        EmbeddedEngine.builder()
            .database(arguments[0], null, null)
            .restPort(0)
            .grpcPort(0)
            .managementPort(0)
            .testing()
            .longestRestPoll(Duration.parse(arguments[1]))
            .start();
    System.out.printf(
        "%s%s %s %s%n",
        EngineProcess.READY,
        engine.restAddress(),
        engine.grpcAddress(),
        engine.managementAddress());
    while (System.in.read() >= 0) {
      // Nothing is said; the end of the input means that the test is gone.
    }
    Runtime.getRuntime().halt(0);
  }
}

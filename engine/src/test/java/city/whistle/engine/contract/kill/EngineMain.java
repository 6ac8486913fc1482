package city.whistle.engine.contract.kill;

import city.whistle.engine.server.EmbeddedEngine;
import java.io.IOException;

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
            .start();
    System.out.println(EngineProcess.READY + engine.restAddress() + " " + engine.grpcAddress());
    while (System.in.read() >= 0) {
      // Nothing is said; the end of the input means that the test is gone.
    }
    Runtime.getRuntime().halt(0);
  }
}

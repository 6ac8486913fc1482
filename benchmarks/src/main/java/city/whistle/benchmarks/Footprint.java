package city.whistle.benchmarks;

import city.whistle.engine.server.EmbeddedEngine;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How an engine starts without and with open instances, each waiting at its first task.
 *
 * @param instances how many were open the second time
 */
record Footprint(Start empty, Start loaded, int instances) {

  private static final double KIBIBYTES = 1024;
  private static final int AT_ONCE = 500;

  /**
   * @param jdbcUrl of an empty database
   */
  static Footprint measure(String jdbcUrl, int instances) {
    withEngine(jdbcUrl, Port::deploy);
    Start empty = start(jdbcUrl);
    withEngine(jdbcUrl, port -> open(port, instances));
    return new Footprint(empty, start(jdbcUrl), instances);
  }

  private static Start start(String jdbcUrl) {
    return Start.read(JavaProcess.run(StartMain.class, List.of(jdbcUrl)));
  }

  private static void withEngine(String jdbcUrl, Consumer<Port> action) {
    try (EmbeddedEngine engine =
            EmbeddedEngine.builder()
                .database(jdbcUrl, null, null)
                .restPort(0)
                .grpcPort(0)
                .managementPort(0)
                .start();
        Port port = new InProcess(engine.engine())) {
      action.accept(port);
    }
  }

  private static void open(Port port, int instances) {
    for (int begun = 0; begun < instances; begun += AT_ONCE) {
      CompletableFuture.allOf(
              IntStream.range(begun, Math.min(begun + AT_ONCE, instances))
                  .mapToObj(number -> port.start(Errand.variables(number, number)))
                  .map(CompletionStage::toCompletableFuture)
                  .toArray(CompletableFuture<?>[]::new))
          .join();
    }
  }

  double kibibytesAnInstance() {
    return (loaded.mebibytes() - empty.mebibytes()) * KIBIBYTES / instances;
  }
}

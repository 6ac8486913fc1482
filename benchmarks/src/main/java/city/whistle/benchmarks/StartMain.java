package city.whistle.benchmarks;

import city.whistle.engine.server.EmbeddedEngine;

/** Starts an engine in a fresh JVM; tells how long that took and what memory holds afterwards. */
final class StartMain {

  private static final double MEBIBYTE = 1024 * 1024;

  private StartMain() {}

  /**
   * @param arguments the database's URL
   */
  public static void main(String[] arguments) {
    long begin = ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
    EmbeddedEngine engine =
        EmbeddedEngine.builder()
            .database(arguments[0], null, null)
            .restPort(0)
            .grpcPort(0)
            .managementPort(0)
            .start();
    long millis = System.currentTimeMillis() - begin;
    System.gc();
    Runtime memory = Runtime.getRuntime();
    long used = memory.totalMemory() - memory.freeMemory();
    System.out.println(Start.line(new Start(millis, used / MEBIBYTE)));
    engine.close();
    System.exit(0);
  }
}

package city.whistle.benchmarks;

import java.util.List;

/**
 * The start of an engine in a fresh JVM.
 *
 * @param millis from the start of the process until all ports are open
 * @param mebibytes on the heap after that and a collection
 */
record Start(long millis, double mebibytes) {

  private static final String WORD = "start ";

  static String line(Start start) {
    return WORD + start.millis + " " + start.mebibytes;
  }

  /**
   * @throws IllegalStateException where no line tells of a start
   */
  static Start read(List<String> lines) {
    String line =
        lines.stream()
            .filter(each -> each.startsWith(WORD))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The engine's JVM did not start it"));
    String[] words = line.split(" ");
    return new Start(Long.parseLong(words[1]), Double.parseDouble(words[2]));
  }
}

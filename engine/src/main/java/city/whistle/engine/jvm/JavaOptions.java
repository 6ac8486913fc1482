package city.whistle.engine.jvm;

import java.lang.management.ManagementFactory;
import java.util.List;

/** Options for a JVM that this one starts. */
public final class JavaOptions {

  private JavaOptions() {}

  /**
   * What this JVM was allowed by whoever started it, such as native code in libraries: options of
   * newer Javas that older ones don't know, and that a script or Maven has chosen.
   */
  public static List<String> inherited() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--"))
        .toList();
  }
}

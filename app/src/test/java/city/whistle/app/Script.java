package city.whistle.app;

import city.whistle.engine.jvm.JavaOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in the script that people start the program with. */
final class Script {

  private static final Path FILE = Path.of("../whistle");
  private static final Pattern START =
      Pattern.compile("(?m)^ *exec java \\S+ (-XX:[^\\n]*) -jar \"\\$jar\"");

  private Script() {}

  /** The JVM's options that it starts the program with, and those of newer Javas. */
  static List<String> options() {
    try {
      Matcher start = START.matcher(Files.readString(FILE));
      if (!start.find()) {
        throw new IllegalStateException(FILE + " starts the program in another way");
      }
      return Stream.concat(
              JavaOptions.inherited().stream(), Arrays.stream(start.group(1).split(" ")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

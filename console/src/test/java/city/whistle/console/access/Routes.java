package city.whistle.console.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code routes.txt} says: who may call which route. */
final class Routes {

  private Routes() {}

  /** By method and path. */
  static Map<String, Set<String>> listed() throws IOException {
    try (InputStream in = Routes.class.getResourceAsStream("/routes.txt")) {
      Map<String, Set<String>> routes = new TreeMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.trim().split("\\s+"))
          .forEach(
              words ->
                  routes.put(
                      words[0] + " " + words[1],
                      Stream.of(words).skip(2).collect(Collectors.toCollection(TreeSet::new))));
      return routes;
    }
  }
}

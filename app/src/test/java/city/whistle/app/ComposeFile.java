package city.whistle.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml}, as far as tests ask for it. */
record ComposeFile(Map<String, Map<String, Object>> services) {

  static ComposeFile read() {
    try {
      Map<String, Map<String, Map<String, Object>>> file =
          new Yaml().load(Files.readString(Path.of("../docker-compose.yml")));
      return new ComposeFile(file.get("services"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  Map<String, String> environment(String service) {
    return (Map<String, String>) services.get(service).get("environment");
  }

  @SuppressWarnings("unchecked")
  List<String> strings(String service, String property) {
    return (List<String>) services.get(service).getOrDefault(property, List.of());
  }
}

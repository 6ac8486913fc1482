package city.whistle.engine.rest;

import city.whistle.engine.outcome.Rejection;
import com.linecorp.armeria.common.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Operations of Camunda's API that this engine does not have: they say so. */
final class NotThereYet {

  private static final String OPERATIONS = "operations.txt";

  /** Adds those of the API's operations that the routes do not know. */
  void addTo(Routes routes) {
    for (String line : lines()) {
      String[] parts = line.strip().split("\\s+");
      HttpMethod method = HttpMethod.valueOf(parts[0]);
      if (!routes.knows(method, parts[1])) {
        routes.add(method, parts[1], call -> refuse(parts[0] + " " + parts[1]));
      }
    }
  }

  private static CompletableFuture<Answer> refuse(String operation) {
    throw new Rejection(
        Rejection.Type.NOT_IMPLEMENTED, "The operation " + operation + " isn't there yet.");
  }

  private static List<String> lines() {
    try (InputStream list = NotThereYet.class.getResourceAsStream(OPERATIONS)) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

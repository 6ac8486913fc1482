package city.whistle.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Hands models, tables and forms to a running Whistle, which completes the set with what stands,
 * checks it and deploys it as one. Address and key come from the environment, else from the data
 * directory of the Whistle that runs there.
 */
final class DeployCommand {

  private static final String URL_VARIABLE = "WHISTLE_API_URL";
  private static final String KEY_VARIABLE = "WHISTLE_API_KEY";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path data;
  private final PrintStream out;
  private final ObjectMapper json = new ObjectMapper();

  DeployCommand(Path data, PrintStream out) {
    this.data = data;
    this.out = out;
  }

  /** Returns the exit code: 0 if all is deployed; else nothing is, and it says why. */
  int run(List<Path> files) {
    ObjectNode body = json.createObjectNode();
    ArrayNode list = body.putArray("files");
    files.forEach(
        file ->
            list.addObject().put("name", file.getFileName().toString()).put("content", read(file)));
    JsonNode known = addresses();
    Optional<String> api = Optional.ofNullable(known.path("api").textValue());
    String url = setting(URL_VARIABLE, () -> api);
    String key = setting(KEY_VARIABLE, () -> HotlineKey.made(new DataDirectory(data)));
    return tell(send(URI.create(url).resolve("/api/models"), key, body));
  }

  private int tell(HttpResponse<String> answer) {
    JsonNode body = parse(answer.body());
    if (answer.statusCode() == 200) {
      body.path("deployed")
          .forEach(
              one ->
                  out.printf(
                      "%s %s, version %d%n",
                      one.path("kind").asText(),
                      one.path("id").asText(),
                      one.path("version").asInt()));
      out.println("Deployed. Cases that run keep their models; new ones get these.");
      return 0;
    }
    body.path("errors")
        .forEach(
            error ->
                out.printf(
                    "%s %s%n", error.path("field").asText(), error.path("message").asText()));
    throw Refusal.failed(
        "Nothing was deployed: %s (%d)."
            .formatted(body.path("detail").asText("the server refused it"), answer.statusCode()));
  }

  private HttpResponse<String> send(URI uri, String key, JsonNode body) {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .header("X-API-Key", key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw Refusal.failed(
          "Whistle doesn't answer at %s: start it with './whistle up'.".formatted(uri));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.failed("It was interrupted; whether the models are deployed is not known.");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw Refusal.failed("The file %s can't be read.".formatted(file));
    }
  }

  private JsonNode addresses() {
    Path file = data.resolve("addresses.json");
    try {
      return Files.exists(file) ? json.readTree(file.toFile()) : json.createObjectNode();
    } catch (IOException e) {
      throw Refusal.failed("The file %s can't be read.".formatted(file));
    }
  }

  private String setting(String variable, Supplier<Optional<String>> known) {
    return Optional.ofNullable(System.getenv(variable))
        .or(known)
        .orElseThrow(
            () ->
                Refusal.failed(
                    "No Whistle runs on %s: start it with './whistle up', or set %s and %s."
                        .formatted(data, URL_VARIABLE, KEY_VARIABLE)));
  }

  private JsonNode parse(String text) {
    try {
      return json.readTree(text);
    } catch (IOException e) {
      return json.createObjectNode();
    }
  }
}

package city.whistle.benchmarks.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls of the program's APIs, one after the other. */
public final class Calls {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FIRST_ERROR = 400;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String apiKey;

  public Calls(String apiKey) {
    this.apiKey = apiKey;
  }

  /**
   * The answer's status.
   *
   * @param expected a refusal that is none here
   * @throws IllegalStateException where the call is refused otherwise
   */
  public int status(URI uri, int expected) throws IOException {
    HttpResponse<String> answer = send(get(uri));
    if (answer.statusCode() != expected) {
      required(answer);
    }
    return answer.statusCode();
  }

  /**
   * @throws IllegalStateException where the call is refused
   */
  public JsonNode read(URI uri) throws IOException {
    return JSON.readTree(required(send(get(uri))));
  }

  /**
   * @throws IllegalStateException where the call is refused
   */
  public JsonNode post(URI uri, Object body) throws IOException {
    return JSON.readTree(
        required(
            send(
                HttpRequest.newBuilder(uri)
                    .header("X-API-Key", apiKey)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                    .build())));
  }

  private HttpRequest get(URI uri) {
    return HttpRequest.newBuilder(uri).header("X-API-Key", apiKey).build();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String required(HttpResponse<String> answer) {
    if (answer.statusCode() >= FIRST_ERROR) {
      throw new IllegalStateException(
          "%s answered %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
    }
    return answer.body();
  }
}

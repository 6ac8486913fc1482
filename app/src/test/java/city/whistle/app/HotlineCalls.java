package city.whistle.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** The demonstration hotline's calls. */
final class HotlineCalls {

  private static final String PHONE = "13800000000";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Addresses addresses;

  HotlineCalls(Addresses addresses) {
    this.addresses = addresses;
  }

  /** Opens a case and returns its number; "" where it was refused. */
  String openCase() {
    HttpResponse<String> answer =
        post(
            "/api/cases",
            """
            {"externalId": "%s", "channel": "phone", "kind": "complaint",
             "title": "路灯不亮", "content": "楼前路灯坏了三天",
             "place": {"districtCode": "110102", "streetCode": "110102009"},
             "resident": {"name": "王女士", "phone": "%s"}}"""
                .formatted(UUID.randomUUID(), PHONE));
    return json(answer).path("number").asText();
  }

  /** Whether the resident's number can be read. */
  boolean reveals(String number) {
    HttpResponse<String> answer =
        post(
            "/api/cases/" + number + "/resident/reveal",
            "{\"officer\": \"hotline-li\", \"reason\": \"call back\", \"parts\": [\"phone\"]}");
    return answer.statusCode() == 200 && answer.body().contains(PHONE);
  }

  /** Whether there is such a case. */
  boolean knows(String number) {
    HttpResponse<String> answer = send(request("/api/cases/" + number).build());
    return answer.statusCode() == 200 && json(answer).path("number").asText().equals(number);
  }

  HttpResponse<String> post(String path, String body) {
    return call("POST", path, body);
  }

  HttpResponse<String> call(String method, String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(addresses.api().orElseThrow().resolve(path))
        .timeout(PATIENCE)
        .header("X-API-Key", addresses.apiKey().orElseThrow());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

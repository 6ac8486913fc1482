package city.whistle.app.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The hotline's side, and the resident's: the case API over HTTP. */
final class CaseApi {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI api;
  private final String key;

  CaseApi(URI api, String key) {
    this.api = api;
    this.key = key;
  }

  /** Opens a case and returns the answer: number, caseId, trackingCode. */
  JsonNode open(Map<String, Object> request) {
    return post("/api/cases", request);
  }

  /** Blows a whistle without a case and returns the answer: number. */
  JsonNode blow(Map<String, Object> request) {
    return post("/api/whistles", request);
  }

  /** Passes on that the resident urges, adds something or withdraws; or has it merged or parted. */
  void tell(String number, String wish, Map<String, Object> words) {
    post("/api/cases/%s/%s".formatted(number, wish), words);
  }

  /** Has rows of a list imported, and returns the file's id. */
  String bring(String list, List<Map<String, Object>> rows) {
    String head =
        text(request("/api/organisation/" + list).build()).lines().findFirst().orElseThrow();
    String file =
        head
            + "\n"
            + rows.stream()
                .map(row -> OrganisationRow.line(head, row))
                .collect(Collectors.joining("\n"));
    return send(request("/api/organisation/%s?apply=true".formatted(list))
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofString(file))
            .build())
        .path("id")
        .asText();
  }

  /** What came of a file. */
  JsonNode file(String id) {
    return send(request("/api/organisation/imports/" + id).build());
  }

  private JsonNode post(String path, Map<String, Object> body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(text(body)))
            .build());
  }

  JsonNode get(String number) {
    return send(request("/api/cases/" + number).build());
  }

  JsonNode timeline(String number) {
    return send(request("/api/cases/" + number + "/timeline").build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path)).timeout(TIMEOUT).header("X-API-Key", key);
  }

  private String text(Map<String, Object> body) {
    try {
      return json.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode send(HttpRequest request) {
    try {
      return json.readTree(text(request));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            "%s %s answered %d: %s"
                .formatted(
                    request.method(), request.uri(), response.statusCode(), response.body()));
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while calling " + request.uri(), e);
    }
  }
}

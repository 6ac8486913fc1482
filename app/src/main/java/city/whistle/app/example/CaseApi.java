package city.whistle.app.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The hotline's side, and the resident's: the case API over HTTP. */
public final class CaseApi {

  private static final String CONTENT_TYPE = "Content-Type";
  private static final String JSON_TYPE = "application/json";
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  /** By which the API knows what it has taken before. */
  private static final String OWN_NUMBER = "externalId";

  private static final int TRIES = 3;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI api;
  private final String key;

  public CaseApi(URI api, String key) {
    this.api = api;
    this.key = key;
  }

  /** Opens a case and returns the answer: number, caseId, trackingCode. */
  public JsonNode open(Map<String, Object> request) {
    return post("/api/cases", request);
  }

  /** Blows a whistle without a case and returns the answer: number. */
  public JsonNode blow(Map<String, Object> request) {
    return post("/api/whistles", request);
  }

  /** Keeps a lane and those who answer for it. */
  public void lane(ExampleLane lane) {
    String path = "/api/lanes/" + lane.id();
    put(path, JSON_TYPE, BodyPublishers.ofString(text(lane.row())));
    put(path + "/posts", JSON_TYPE, BodyPublishers.ofString(text(lane.posts())));
  }

  /** Reports a walk and returns the answer: number. */
  public JsonNode patrol(Map<String, Object> request) {
    return post("/api/patrols", request);
  }

  /** What became of a patrol. */
  JsonNode patrol(String number) {
    return send(request("/api/patrols/" + number).build());
  }

  /**
   * Adds a photo to a patrol.
   *
   * @param moment {@code before} or {@code after}
   */
  public void photo(String number, String moment, byte[] photo) {
    String path = "/api/patrols/%s/photos/%s/%s".formatted(number, moment, UUID.randomUUID());
    put(path, "image/png", BodyPublishers.ofByteArray(photo));
  }

  /**
   * Answers a callback by its link, as a resident does: without a key.
   *
   * @param token of the link
   */
  public void answer(String token, Map<String, Object> words) {
    send(
        HttpRequest.newBuilder(api.resolve("/api/callbacks/" + token))
            .timeout(TIMEOUT)
            .header(CONTENT_TYPE, JSON_TYPE)
            .POST(BodyPublishers.ofString(text(words)))
            .build());
  }

  /** Asks for something at a path of the API, and returns the answer. */
  public JsonNode ask(String path, Map<String, Object> request) {
    return post(path, request);
  }

  /** Passes on that the resident urges, adds something or withdraws; or has it merged or parted. */
  public void tell(String number, String wish, Map<String, Object> words) {
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
            .header(CONTENT_TYPE, "text/csv")
            .POST(BodyPublishers.ofString(file))
            .build())
        .path("id")
        .asText();
  }

  /** What came of a file. */
  JsonNode file(String id) {
    return send(request("/api/organisation/imports/" + id).build());
  }

  private void put(String path, String type, BodyPublisher body) {
    send(request(path).header(CONTENT_TYPE, type).PUT(body).build());
  }

  /** What is read at a path of the API. */
  public JsonNode read(String path) {
    return send(request(path).build());
  }

  /** Asks for something that takes no words. */
  public void ask(String path) {
    post(path, Map.of());
  }

  private JsonNode post(String path, Map<String, Object> body) {
    HttpRequest request =
        request(path)
            .header(CONTENT_TYPE, JSON_TYPE)
            .POST(BodyPublishers.ofString(text(body)))
            .build();
    return parsed(text(request, body.containsKey(OWN_NUMBER) ? TRIES : 1));
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
    return parsed(text(request));
  }

  private JsonNode parsed(String answer) {
    try {
      return json.readTree(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(HttpRequest request) {
    return text(request, request.method().equals("POST") ? 1 : TRIES);
  }

  /** What may be sent twice is, where a connection was closed as it was taken for the next call. */
  private String text(HttpRequest request, int tries) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new Refused(request, response);
      }
      return response.body();
    } catch (IOException e) {
      if (tries > 1) {
        return text(request, tries - 1);
      }
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while calling " + request.uri(), e);
    }
  }

  /** The API answered that it does not do this. */
  public static final class Refused extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private final int status;

    Refused(HttpRequest request, HttpResponse<String> response) {
      super(
          "%s %s answered %d: %s"
              .formatted(request.method(), request.uri(), response.statusCode(), response.body()));
      this.status = response.statusCode();
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }
  }
}

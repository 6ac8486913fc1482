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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The clock that engine and registry share, moved through the engine's management API. Where there
 * is none, it is the real one and stays so.
 */
public final class CityClock {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Optional<URI> management;

  /**
   * @param management of the engine; empty where the clock is the real one
   */
  public CityClock(Optional<URI> management) {
    this.management = management;
  }

  public OffsetDateTime now() {
    return management
        .map(address -> send(request(address, "/actuator/clock").build()))
        .map(clock -> Instant.ofEpochMilli(clock.path("epochMilli").asLong()))
        .orElseGet(Instant::now)
        .atZone(ZONE)
        .toOffsetDateTime();
  }

  /** Lets time pass; what was due has begun to happen when this returns. */
  public void pass(Duration time) {
    move("add", "offsetMilli", time.toMillis());
  }

  /** Lets it stand still at a time, likewise. */
  public void stand(Instant at) {
    move("pin", "epochMilli", at.toEpochMilli());
  }

  private void move(String how, String field, long millis) {
    URI address =
        management.orElseThrow(() -> new IllegalStateException("the real clock can't be moved"));
    send(
        request(address, "/actuator/clock/" + how)
            .POST(BodyPublishers.ofString("{\"%s\": %d}".formatted(field, millis)))
            .build());
  }

  private HttpRequest.Builder request(URI address, String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(TIMEOUT);
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            "%s answered %d: %s".formatted(request.uri(), response.statusCode(), response.body()));
      }
      return json.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while calling " + request.uri(), e);
    }
  }
}

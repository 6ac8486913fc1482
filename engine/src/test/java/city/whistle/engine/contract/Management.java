package city.whistle.engine.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** An engine's management port, used as Camunda Process Test uses it. */
final class Management {

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  Management(URI address) {
    this.address = address;
  }

  /** Timers that are due have fired when this returns. */
  void moveClock(Duration duration) {
    send(
        HttpRequest.newBuilder(address.resolve("/actuator/clock/add"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"offsetMilli\":" + duration.toMillis() + "}")));
  }

  /** Everything is gone when this returns. */
  void purge() {
    send(
        HttpRequest.newBuilder(address.resolve("/actuator/cluster/purge"))
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  private void send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

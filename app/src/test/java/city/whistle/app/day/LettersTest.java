package city.whistle.app.day;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.app.day.Letters.Letter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LettersTest {

  private final Letters letters = Letters.open();

  @AfterEach
  void close() {
    letters.close();
  }

  @Test
  void keepsALetterThatIsSentTwiceOnce() throws Exception {
    send("1", "B");
    send("2", "A");
    send("1", "B");

    assertThat(letters.take())
        .containsExactly(
            new Letter("callbackLink", "A", "t"), new Letter("callbackLink", "B", "t"));
    assertThat(letters.take()).isEmpty();
  }

  private void send(String id, String number) throws IOException, InterruptedException {
    String body =
        "{\"id\": \"%s\", \"kind\": \"callbackLink\", \"number\": \"%s\", \"text\": \"t\"}"
            .formatted(id, number);
    URI url = URI.create(letters.settings().get("whistle.notifications.webhooks.day.url"));
    int status =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.discarding())
            .statusCode();
    assertThat(status).isEqualTo(204);
  }
}

package city.whistle.app.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a gateway of text messages would be: takes what the program writes to residents, on this
 * machine alone. Who called is told on the phone, so that what leaves is written to those who came
 * by the web, and the links by which residents answer.
 */
public final class Letters implements AutoCloseable {

  private static final String NAME = "day";
  private static final String PATH = "/letters";
  private static final int LARGEST = 1 << 20;
  private static final String NOTIFICATIONS = "whistle.notifications.";

  /** Nobody follows its links but the day's residents, who know where the program listens. */
  private static final String PUBLIC_URL = "https://day.whistle.example";

  private final HttpServer server;
  private final ObjectMapper json = new ObjectMapper();
  private final List<Letter> arrived = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private Letters(HttpServer server) {
    this.server = server;
  }

  /** A message to a resident: {@code kind}, number of the case, text. */
  public record Letter(String kind, String number, String text) {

    /** Shows nothing of its content. */
    @Override
    public String toString() {
      return "Letter[" + kind + "]";
    }
  }

  /** Listens at a free port; whoever opens it closes it. */
  public static Letters open() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Letters letters = new Letters(server);
      server.createContext(PATH, letters::take);
      server.start();
      return letters;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program's settings by which letters come here, when it is asked to send them. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("whistle.public-url", PUBLIC_URL);
    settings.put(NOTIFICATIONS + "interval", "PT0S");
    settings.put(NOTIFICATIONS + "routes.resident", "none");
    settings.put(NOTIFICATIONS + "routes.[resident.sms]", NAME);
    settings.put(NOTIFICATIONS + "routes.[resident.web]", NAME);
    String webhook = NOTIFICATIONS + "webhooks." + NAME;
    settings.put(
        webhook + ".url", "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), PATH));
    settings.put(webhook + ".secret", secret());
    return settings;
  }

  private static String secret() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return "whsec_" + Base64.getEncoder().encodeToString(secret);
  }

  /** What came since this was asked last, by the cases' numbers. */
  public synchronized List<Letter> take() {
    List<Letter> taken = new ArrayList<>(arrived);
    arrived.clear();
    taken.sort(Comparator.comparing(Letter::number).thenComparing(Letter::kind));
    return taken;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      JsonNode letter = json.readTree(body.readNBytes(LARGEST));
      keep(
          letter.path("id").asText(),
          new Letter(
              letter.path("kind").asText(),
              letter.path("number").asText(),
              letter.path("text").asText()));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  /** One that is sent twice has the same id. */
  private synchronized void keep(String id, Letter letter) {
    if (ids.add(id)) {
      arrived.add(letter);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

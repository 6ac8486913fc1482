package city.whistle.workers.notification.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A webhook's server: keeps what it gets and answers as it is told. */
final class Receiver implements AutoCloseable {

  /**
   * @param headers by lower-case name
   */
  record Received(Map<String, String> headers, String body) {

    String id() {
      return headers.get("idempotency-key");
    }
  }

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpServer server;
  private volatile int status = 204;
  private volatile String retryAfter;
  private volatile long answerBytes;

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/notify");
  }

  void answers(int with) {
    status = with;
  }

  void asksToWait(String seconds) {
    retryAfter = seconds;
  }

  void answersWithBytes(long count) {
    answerBytes = count;
  }

  List<Received> received() {
    return received;
  }

  private void take(HttpExchange exchange) throws IOException {
    Map<String, String> headers =
        exchange.getRequestHeaders().entrySet().stream()
            .collect(
                Collectors.toMap(
                    e -> e.getKey().toLowerCase(java.util.Locale.ROOT), e -> e.getValue().get(0)));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(new Received(headers, body));
    if (retryAfter != null) {
      exchange.getResponseHeaders().add("Retry-After", retryAfter);
    }
    exchange.sendResponseHeaders(status, answerBytes == 0 ? -1 : answerBytes);
    if (answerBytes > 0) {
      writeMuch(exchange);
    }
    exchange.close();
  }

  private void writeMuch(HttpExchange exchange) {
    byte[] block = new byte[8192];
    try (OutputStream out = exchange.getResponseBody()) {
      for (long written = 0; written < answerBytes; written += block.length) {
        out.write(block);
      }
    } catch (IOException e) {
      // the other side has heard enough
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

package city.whistle.app.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that closes its first connection as a request comes by it. */
class CaseApiTest {

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"number\": \"1\"}"
          .getBytes(StandardCharsets.US_ASCII);

  private final AtomicInteger requests = new AtomicInteger();
  private ServerSocket server;
  private CaseApi api;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    api = new CaseApi(URI.create("http://127.0.0.1:" + server.getLocalPort()), "key");
    Thread thread = new Thread(this::serve, "server");
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void sendsAgainWhatHasANumberOfItsOwn() {
    assertThat(api.open(Map.of("externalId", "call-1")).path("number").asText()).isEqualTo("1");
  }

  @Test
  void readsAgain() {
    assertThat(api.read("/api/cases").path("number").asText()).isEqualTo("1");
  }

  @Test
  void sendsNothingTwiceThatWouldBeDoneTwice() {
    assertThatThrownBy(() -> api.tell("1", "urge", Map.of("text", "t")))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(requests).hasValue(1);
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        readHead(socket.getInputStream());
        if (requests.incrementAndGet() > 1) {
          socket.getOutputStream().write(ANSWER);
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      head.append((char) next);
      if (head.toString().endsWith("\r\n\r\n")) {
        return;
      }
    }
  }
}

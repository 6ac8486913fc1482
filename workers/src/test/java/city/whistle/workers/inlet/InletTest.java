package city.whistle.workers.inlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

@Timeout(60)
class InletTest {

  private static final Duration BODY_TIME = Duration.ofSeconds(20);
  private static final InletSettings SETTINGS = new InletSettings(6, 3, 2, 3, 2, BODY_TIME);

  private static final int PATIENCE_MILLIS = 20_000;

  private final Semaphore entered = new Semaphore(0);
  private final AtomicLong nanos = new AtomicLong();
  private WebServer server;

  @BeforeEach
  void start() {
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
    new InletServer().bounds(SETTINGS, nanos::get).customize(factory);
    server =
        factory.getWebServer(context -> context.addServlet("reader", new Reader()).addMapping("/"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
    server.destroy();
  }

  @Test
  void waitsForFewBodiesOfAnAddressAtOnce() throws Exception {
    try (Socket first = unfinished();
        Socket second = unfinished()) {
      assertThat(send("/", 0)).isEqualTo("200 read 0");
      try (Socket third = open("POST / HTTP/1.1\nContent-Length: 10\n")) {
        assertThat(answer(third)).startsWith("HTTP/1.1 503");
      }
      first.getOutputStream().write("123456789".getBytes(StandardCharsets.US_ASCII));
      assertThat(answer(first)).contains("read 10");
      try (Socket fourth = unfinished()) {
        assertThat(fourth.isConnected()).isTrue();
      }
    }
  }

  @Test
  void answersOthersWhileManySendBodiesThatNobodyReads() throws Exception {
    for (int i = 0; i < SETTINGS.connectionsPerAddress() - 1; i++) {
      open("POST /unread HTTP/1.1\nContent-Length: 10\n");
      begun();
    }
    assertThat(send("/", 100_000)).isEqualTo("200 read 100000");
  }

  @Test
  void givesThePlaceBackWhereTheSenderHangsUp() throws Exception {
    for (int i = 0; i < SETTINGS.unfinishedPerAddress(); i++) {
      try (Socket hangsUp = unfinished()) {
        hangsUp.setSoLinger(true, 0);
      }
    }

    await().until(() -> status("/", 100_000), status -> status == 200);
  }

  @Test
  void waitsForNoBodyForLong() throws Exception {
    try (Socket slow = unfinished()) {
      nanos.addAndGet(BODY_TIME.plusSeconds(1).toNanos());
      slow.getOutputStream().write('x');

      assertThat(answer(slow)).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void letsLargeBodiesTakeLonger() throws Exception {
    try (Socket large = open("POST / HTTP/1.1\nContent-Length: 1000000\n")) {
      large.getOutputStream().write('0');
      begun();
      nanos.addAndGet(BODY_TIME.plusSeconds(10).toNanos());
      large.getOutputStream().write(new byte[999_999]);

      assertThat(answer(large)).contains("read 1000000");
    }
  }

  @Test
  void closesWhatAnAddressOpensBeyondItsBound() throws Exception {
    Socket[] open = new Socket[SETTINGS.connectionsPerAddress()];
    for (int i = 0; i < open.length; i++) {
      open[i] = open("GET / HTTP/1.1\n");
      begun();
    }
    try (Socket further = open("GET / HTTP/1.1\n")) {
      assertThat(firstByte(further)).isEqualTo(-1);
    }
    for (Socket each : open) {
      each.close();
    }
  }

  @Test
  void takesNoBodyThatHidesItsLength() throws Exception {
    try (Socket chunked = open("POST / HTTP/1.1\nTransfer-Encoding: chunked\n")) {
      assertThat(answer(chunked)).startsWith("HTTP/1.1 411");
    }
  }

  @Test
  void readsNothingOfABodyThatIsTooLarge() throws Exception {
    try (Socket large = open("PUT / HTTP/1.1\nContent-Length: 40000000\n")) {
      assertThat(answer(large)).startsWith("HTTP/1.1 413").contains("10485760");
    }
    assertThat(entered.availablePermits()).isZero();
  }

  /** As most clients do: first all is sent, then the answer is looked at. */
  @Test
  void letsASenderOfSomewhatTooMuchSeeTheAnswer() throws Exception {
    int size = 11 * 1024 * 1024;
    try (Socket large = open("PUT / HTTP/1.1\nContent-Length: %d\n".formatted(size))) {
      large.getOutputStream().write(new byte[size]);

      assertThat(answer(large)).startsWith("HTTP/1.1 413").contains("10485760");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/cases/%00", "/api/cases/a%2Fb", "/api/..;/..;/../x", "/%zz"})
  void saysAsAProblemWhatCannotBeRead(String path) throws Exception {
    try (Socket odd = open("GET %s HTTP/1.1\n".formatted(path))) {
      assertThat(answer(odd))
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json", "\"status\":400", "percent-encoded");
    }
  }

  @Test
  void saysAsAProblemThatAnAddressIsTooLong() throws Exception {
    try (Socket odd = open("GET /%s HTTP/1.1\n".formatted("x".repeat(20_000)))) {
      assertThat(answer(odd)).startsWith("HTTP/1.1 400").contains("at most 8 KB");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 20_000, 300_000, 5_000_000})
  void answersAlsoWhereNobodyReadsTheBody(int size) throws Exception {
    assertThat(send("/unread", size)).isEqualTo("401 unread");
  }

  private Socket unfinished() throws Exception {
    Socket socket = open("POST / HTTP/1.1\nContent-Length: 10\n");
    socket.getOutputStream().write('0');
    begun();
    return socket;
  }

  /** Until the request has come to the one that reads it. */
  private void begun() throws InterruptedException {
    assertThat(entered.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
  }

  private Socket open(String head) throws IOException {
    Socket socket = new Socket("127.0.0.1", server.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    String request = (head + "Host: localhost\n\n").replace("\n", "\r\n");
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static int firstByte(Socket socket) {
    try {
      return socket.getInputStream().read();
    } catch (IOException reset) {
      return -1;
    }
  }

  private static String answer(Socket socket) throws IOException {
    byte[] some = new byte[4096];
    StringBuilder answer = new StringBuilder();
    do {
      int read = socket.getInputStream().read(some);
      if (read < 0) {
        break;
      }
      answer.append(new String(some, 0, read, StandardCharsets.UTF_8));
    } while (!answer.toString().contains("\r\n\r\n") || answer.toString().endsWith("\r\n\r\n"));
    return answer.toString();
  }

  private String send(String path, int size) throws Exception {
    HttpResponse<String> answer = answer(path, size);
    begun();
    return answer.statusCode() + " " + answer.body();
  }

  private int status(String path, int size) throws Exception {
    return answer(path, size).statusCode();
  }

  private HttpResponse<String> answer(String path, int size) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.getPort() + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).POST(BodyPublishers.ofByteArray(new byte[size])).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private final class Reader extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (request.getRequestURI().equals("/unread")) {
        entered.release();
        response.setStatus(401);
        response.getWriter().write("unread");
        return;
      }
      try {
        int first = request.getInputStream().read();
        entered.release();
        int read = request.getInputStream().readAllBytes().length + (first < 0 ? 0 : 1);
        response.getWriter().write("read " + read);
      } catch (BodyRefused e) {
        response.setStatus(e.isLate() ? 408 : 503);
        response.getWriter().write(e.getMessage());
      }
    }
  }
}

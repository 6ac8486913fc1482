package city.whistle.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that offer HTTP/2 with their first request, as the JDK's does, and others. */
@Timeout(60)
class HttpServersTest {

  private static final int MAX_CONTENT = 4 * 1024 * 1024;
  private static final int REQUESTS = 5;

  private static final Server SERVER =
      HttpServers.on(Door.on("127.0.0.1", 0), HttpServersTest::refuse)
          .maxRequestLength(MAX_CONTENT)
          .service(
              "/reads",
              (context, request) ->
                  com.linecorp.armeria.common.HttpResponse.of(
                      request.aggregate().thenApply(HttpServersTest::told)))
          .service(
              "/answers-early",
              (context, request) -> com.linecorp.armeria.common.HttpResponse.of("early"))
          .service(
              "/protocol",
              (context, request) ->
                  com.linecorp.armeria.common.HttpResponse.of(context.sessionProtocol().uriText()))
          .build();

  private static com.linecorp.armeria.common.HttpResponse refuse(
      ServiceRequestContext context, String reason) {
    return com.linecorp.armeria.common.HttpResponse.of(HttpStatus.FORBIDDEN);
  }

  @BeforeAll
  static void start() {
    SERVER.start().join();
  }

  @AfterAll
  static void stop() {
    HttpServers.stop(SERVER);
  }

  private static com.linecorp.armeria.common.HttpResponse told(AggregatedHttpRequest request) {
    return com.linecorp.armeria.common.HttpResponse.of("read " + request.content().length());
  }

  /** A path, how many bytes of content (-1 for a GET without), and the status of the answer. */
  static Stream<Arguments> requests() {
    return Stream.of(-1, 0, 10, 20_000, 100_000, 1_000_000, 4_000_000, 5_000_000)
        .flatMap(size -> Stream.of("/reads", "/answers-early", "/nothing").map(p -> of(p, size)));
  }

  private static Arguments of(String path, int size) {
    int status = path.equals("/nothing") ? 404 : 200;
    return Arguments.of(path, size, size > MAX_CONTENT ? 413 : status);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void everyAnswerReachesTheJdksClient(String path, int size, int status) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < REQUESTS; i++) {
      HttpResponse<String> answer = client.send(request(path, size), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(status);
    }
  }

  @Test
  void theJdksClientMayAskManyThingsAtOnce() {
    HttpClient client = HttpClient.newHttpClient();
    List<CompletableFuture<String>> answers =
        IntStream.range(0, 200)
            .mapToObj(i -> client.sendAsync(request("/reads", 5_000), BodyHandlers.ofString()))
            .map(answer -> answer.thenApply(HttpResponse::body))
            .toList();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo("read 5000"));
  }

  @Test
  void theOfferIsIgnoredHoweverSlowlyItComes() throws Exception {
    byte[] request =
        """
        GET /protocol HTTP/1.1
        Host: localhost
        Connection: Upgrade, HTTP2-Settings, close
        Upgrade: h2c
        HTTP2-Settings: AAQAAP__

        """
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = new Socket("127.0.0.1", SERVER.activeLocalPort())) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      for (byte one : request) {
        out.write(one);
        out.flush();
      }
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 200 OK")
          .endsWith("h1c");
    }
  }

  @Test
  void whoBeginsInHttp2IsAnsweredInIt() {
    WebClient client = WebClient.of("h2c://127.0.0.1:" + SERVER.activeLocalPort());

    assertThat(client.get("/protocol").aggregate().join().contentUtf8()).isEqualTo("h2c");
  }

  /** What a page of another site has a browser send, and what others send. */
  static Stream<Arguments> headers() {
    return Stream.of(
        Arguments.of("Host: 127.0.0.1:8080", 200),
        Arguments.of("Host: LOCALHOST", 200),
        Arguments.of("Host: [::1]:8080", 200),
        Arguments.of("Host: evil.example:8080", 403),
        Arguments.of("Host: localhost.evil.example", 403),
        Arguments.of("Host: 127.0.0.1.evil.example", 403),
        Arguments.of("Host: localhost:8080\nOrigin: http://localhost:8080", 200),
        Arguments.of("Host: localhost:8080\nOrigin: http://localhost:3000", 403),
        Arguments.of("Host: localhost:8080\nOrigin: https://evil.example", 403),
        Arguments.of("Host: localhost:8080\nOrigin: null", 403),
        Arguments.of("Host: localhost\nSec-Fetch-Site: cross-site", 403),
        Arguments.of("Host: localhost\nSec-Fetch-Site: same-site", 403),
        Arguments.of("Host: localhost\nSec-Fetch-Site: same-origin", 200),
        Arguments.of("Host: localhost\nSec-Fetch-Site: none", 200));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void pagesOfOtherSitesAreTurnedAway(String headers, int status) throws Exception {
    assertThat(answer("POST /reads HTTP/1.1\n" + headers + "\nContent-Length: 0\n"))
        .startsWith("HTTP/1.1 " + status);
  }

  @Test
  void nothingIsOpenOnceItHasStopped() throws Exception {
    Server server =
        HttpServers.on(Door.on("127.0.0.1", 0), HttpServersTest::refuse)
            .service("/", (context, request) -> com.linecorp.armeria.common.HttpResponse.of("here"))
            .build();
    server.start().join();
    int port = server.activeLocalPort();
    try (Socket idle = new Socket("127.0.0.1", port)) {
      assertThat(WebClient.of("h2c://127.0.0.1:" + port).get("/").aggregate().join().status())
          .isEqualTo(HttpStatus.OK);

      HttpServers.stop(server);

      assertThat(idle.getInputStream().read()).isEqualTo(-1);
      assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void pagesOfOtherSitesLearnNothingOfPathsThatAreNotThere() throws Exception {
    assertThat(answer("GET /nothing HTTP/1.1\nHost: evil.example\n")).startsWith("HTTP/1.1 403");
  }

  /** The first line alone: the server lets a while pass before it closes a connection. */
  private static String answer(String head) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", SERVER.activeLocalPort())) {
      String request = (head + "Connection: close\n\n").replace("\n", "\r\n");
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }

  private static HttpRequest request(String path, int size) {
    URI address = URI.create("http://127.0.0.1:" + SERVER.activeLocalPort()).resolve(path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    return size < 0
        ? request.build()
        : request.POST(BodyPublishers.ofByteArray(new byte[size])).build();
  }
}

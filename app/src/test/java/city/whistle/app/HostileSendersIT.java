package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program in little memory, against which clients do what no honest one does. */
@ExtendWith(PackagedProgram.Once.class)
class HostileSendersIT {

  private static final int MEGABYTE = 1024 * 1024;
  private static final int PATIENCE_MILLIS = 30_000;

  /** Too long, too many, or not worth an answer. */
  private static final List<Integer> WIDE = List.of(400, 413, 414, 431, -1);

  private static final List<String> OPENED = new ArrayList<>();

  private final PackagedProgram program;
  private final HotlineCalls hotline;
  private final List<Socket> open = new ArrayList<>();

  HostileSendersIT(PackagedProgram program) {
    this.program = program;
    this.hotline = program.hotline();
  }

  /** The attacker is still there while an honest client is answered. */
  @AfterEach
  void answersAnHonestClientAndHasLostNothing() {
    String number = hotline.openCase();
    assertThat(hotline.reveals(number)).isTrue();
    OPENED.add(number);
    assertThat(OPENED).allMatch(hotline::knows);
    assertThat(program.output()).doesNotContain("OutOfMemoryError");
    open.forEach(HostileSendersIT::close);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json",
        "application/octet-stream"
      })
  void readsNoLargeBodyOfSomebodyWithoutAKey(String type) throws Exception {
    for (String method : List.of("PUT", "POST", "PATCH")) {
      for (int i = 0; i < 3; i++) {
        Socket socket =
            begin(
                api(),
                "%s /api/cases HTTP/1.1\nContent-Type: %s\nContent-Length: %d\n"
                    .formatted(method, type, 40 * MEGABYTE));
        send(socket, MEGABYTE);
        assertThat(statusOf(socket)).isIn(413, -1);
      }
    }
  }

  @Test
  void waitsForFewOfThoseThatSendSlowly() throws Exception {
    for (int i = 0; i < 205; i++) {
      send(begin(api(), "POST /api/cases HTTP/1.1\nContent-Length: 1000\n"), 1);
    }
  }

  @Test
  void holdsLittleOfUploadsToTheEngineThatDoNotEnd() throws Exception {
    for (int i = 0; i < 90; i++) {
      Socket socket =
          begin(
              engine(),
              "POST /v2/process-instances HTTP/1.1\nContent-Type: application/json\nContent-Length: %d\n"
                  .formatted(4 * MEGABYTE - 1));
      send(socket, 4 * MEGABYTE - 100_000);
    }
  }

  @Test
  void refusesNobodyElseForCallsToTheEngineThatSayNothing() {
    try (SilentCalls silent = new SilentCalls(program.addresses().grpc())) {
      silent.beginWithoutARequest(20_000);
      assertThat(Stream.generate(silent::answerToOthers).limit(20)).containsOnly(Status.Code.OK);

      silent.streamJobsThatNeverCome(12_000);
      assertThat(Stream.generate(silent::answerToOthers).limit(20)).containsOnly(Status.Code.OK);
    }
  }

  @Test
  void comparesFewPasswordsAtOnce() throws Exception {
    assertThat(new SignInFlood(api()).send(100)).contains(302).isSubsetOf(302, 503);
  }

  @Test
  void keepsFewConnectionsToTheEngineThatSayNothing() throws Exception {
    URI grpc = program.addresses().grpc();
    for (int i = 0; i < 5_000; i++) {
      open.add(new Socket(grpc.getHost(), grpc.getPort()));
    }

    Socket first = open.get(0);
    first.setSoTimeout(PATIENCE_MILLIS);
    assertThat(first.getInputStream().readAllBytes())
        .as("until it was closed")
        .hasSizeLessThan(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[[],"})
  void refusesJsonThatIsDeep(String step) {
    String deep = step.repeat(200_000 / step.length());

    assertThat(hotline.post("/api/cases", deep).statusCode()).isBetween(400, 422);
  }

  @Test
  void refusesJsonThatIsWide() {
    StringBuilder wide = new StringBuilder("{\"a\":1");
    for (int i = 0; i < 15_000; i++) {
      wide.append(",\"f").append(i).append("\":1");
    }

    assertThat(hotline.post("/api/cases", wide.append('}').toString()).statusCode())
        .isBetween(400, 422);
  }

  /** In memory, each would take many times what is sent. */
  @ParameterizedTest
  @CsvSource({"POST, /api/cases, 250", "PUT, /api/streets/extents, 9000"})
  void unfoldsLittleOfJsonThatIsWide(String method, String path, int kilobytes) {
    String wide = "{\"features\":[" + "{},".repeat(kilobytes * 1024 / 3) + "{}]}";
    ExecutorService senders = Executors.newFixedThreadPool(90);
    try {
      List<CompletableFuture<Integer>> answers =
          Stream.generate(
                  () ->
                      CompletableFuture.supplyAsync(
                          () -> hotline.call(method, path, wide).statusCode(), senders))
              .limit(kilobytes < 1000 ? 180 : 12)
              .toList();

      assertThat(answers).extracting(CompletableFuture::join).contains(400).isSubsetOf(400, 503);
    } finally {
      senders.shutdown();
    }
  }

  @Test
  void holdsLittleOfAttachmentsThatDoNotEnd() throws Exception {
    for (int i = 0; i < 90; i++) {
      Socket socket =
          begin(
              api(),
              "PUT /api/cases/%s/attachments/%s HTTP/1.1\nX-API-Key: %s\nContent-Type: image/jpeg\nContent-Length: %d\n"
                  .formatted(hotline.openCase(), UUID.randomUUID(), key(), 9 * MEGABYTE));
      send(socket, MEGABYTE);
    }
  }

  @Test
  void refusesRequestsThatAreWide() throws Exception {
    String many = "&x=1".repeat(15_000);
    for (URI server : List.of(api(), engine())) {
      assertThat(statusOf(begin(server, "GET /?" + many + " HTTP/1.1\n"))).isIn(WIDE);
      assertThat(statusOf(begin(server, "GET / HTTP/1.1\nX-Wide: " + many + "\n"))).isIn(WIDE);
      assertThat(statusOf(begin(server, "GET / HTTP/1.1\n" + "X-Many: 1\n".repeat(6_000))))
          .isIn(WIDE);
    }
  }

  /** Many at once: a body that doesn't end is waited for a while before it is given up. */
  @Test
  void logsLittleOfWhatStrangersSend() throws Exception {
    int size = program.logs().length();
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 30; j++) {
        begin(api(), "GET /error?%00=\u0001&i=" + j + " HTTP/1.1\n");
        begin(api(), "POST /api/cases HTTP/1.1\nContent-Length: 1\n");
        begin(engine(), "GET /v2/nothing/" + j + " HTTP/1.1\n");
      }
      open.forEach(HostileSendersIT::statusOf);
      open.forEach(HostileSendersIT::close);
      open.clear();
    }
    String logged = program.logs().substring(size);
    assertThat(logged.length()).as(logged).isLessThan(20_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /sign-in?phone=13700001111&x=\u0001 HTTP/1.1\n",
        "GET /sign-in?phone=%zz13700001111 HTTP/1.1\n",
        "GET /sign-in?phone=%e913700001111 HTTP/1.1\n",
        "GET /sign-in HTTP/1.1\nCookie: a=\"13700001111\n",
        "13700001111 /sign-in HTTP/1.1\n"
      })
  void logsNothingOfWhatItCanNotRead(String head) throws Exception {
    statusOf(begin(api(), head));
    statusOf(begin(engine(), head));

    assertThat(program.logs() + program.output()).doesNotContain("13700001111");
  }

  private URI api() {
    return program.addresses().api().orElseThrow();
  }

  private URI engine() {
    return program.addresses().rest();
  }

  private String key() {
    return program.addresses().apiKey().orElseThrow();
  }

  private Socket begin(URI server, String head) throws IOException {
    Socket socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    open.add(socket);
    String request = (head + "Host: localhost\n\n").replace("\n", "\r\n");
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Sends so much of a content, unless the other side has had enough. */
  private void send(Socket socket, int bytes) {
    byte[] some = " ".repeat(Math.min(bytes, 64 * 1024)).getBytes(StandardCharsets.US_ASCII);
    try {
      OutputStream out = socket.getOutputStream();
      for (int sent = 0; sent < bytes; sent += some.length) {
        out.write(some, 0, Math.min(some.length, bytes - sent));
      }
    } catch (IOException refused) {
      assertThat(program.output()).doesNotContain("OutOfMemoryError");
    }
  }

  /** -1 where it hung up. */
  private static int statusOf(Socket socket) {
    try {
      byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return line.length < 12
          ? -1
          : Integer.parseInt(new String(line, StandardCharsets.US_ASCII).substring(9));
    } catch (IOException hungUp) {
      return -1;
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      assertThat(socket.isClosed()).isTrue();
    }
  }
}

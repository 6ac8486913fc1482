package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole program in 256 MB, against which clients do what no honest one does. */
class HostileSendersTest {

  private static final int MEGABYTE = 1024 * 1024;
  private static final int PATIENCE_MILLIS = 30_000;

  @TempDir static Path directory;

  private static Program program;
  private static HotlineCalls hotline;
  private static String before;

  private final List<Socket> open = new ArrayList<>();

  @BeforeAll
  static void start() {
    program = Program.inLittleMemory("256m", "up", Directories.open(directory));
    hotline = new HotlineCalls(program.addresses());
    before = hotline.openCase();
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  /** The attacker is still there while an honest client is answered. */
  @AfterEach
  void answersAnHonestClientAndHasLostNothing() throws IOException {
    assertThat(hotline.openCase()).isNotBlank();
    assertThat(hotline.reveals(before)).isTrue();
    for (Socket socket : open) {
      socket.close();
    }
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

  @Test
  void logsLittleOfWhatStrangersSend() throws Exception {
    long size = logged();
    for (int i = 0; i < 300; i++) {
      Socket socket = begin(api(), "GET /error?%00=\u0001&i=" + i + " HTTP/1.1\n");
      statusOf(socket);
      statusOf(begin(api(), "POST /api/cases HTTP/1.1\nContent-Length: 1\n"));
      statusOf(begin(engine(), "GET /v2/nothing/" + i + " HTTP/1.1\n"));
      open.forEach(HostileSendersTest::close);
      open.clear();
    }
    assertThat(logged() - size).isLessThan(20_000);
  }

  private static URI api() {
    return program.addresses().api().orElseThrow();
  }

  private static URI engine() {
    return program.addresses().rest();
  }

  private static long logged() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("logs"))) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
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
  private static void send(Socket socket, int bytes) {
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

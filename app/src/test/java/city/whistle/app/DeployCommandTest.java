package city.whistle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.resident.SecretFile;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployCommandTest {

  @TempDir private Path data;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final AtomicReference<String> sent = new AtomicReference<>();
  private HttpServer server;
  private int status;
  private String answer;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/models",
        call -> {
          sent.set(
              call.getRequestHeaders().getFirst("X-API-Key")
                  + " "
                  + new String(call.getRequestBody().readAllBytes(), UTF_8));
          byte[] body = answer.getBytes(UTF_8);
          call.sendResponseHeaders(status, body.length);
          call.getResponseBody().write(body);
          call.close();
        });
    server.start();
    Files.writeString(
        data.resolve("addresses.json"),
        "{\"api\": \"http://127.0.0.1:%d\"}".formatted(server.getAddress().getPort()));
    new SecretFile(DataDirectory.open(data).keys().resolve("hotline.key")).make("a-key");
    Files.writeString(data.resolve("time-limit.dmn"), "<definitions/>");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void handsTheFilesToTheOneThatRuns() {
    status = 200;
    answer = "{\"deployed\": [{\"kind\": \"decision\", \"id\": \"time-limit\", \"version\": 2}]}";

    assertThat(deploy("time-limit.dmn")).isZero();
    assertThat(sent.get())
        .isEqualTo(
            "a-key {\"files\":[{\"name\":\"time-limit.dmn\",\"content\":\"<definitions/>\"}]}");
    assertThat(out.toString(UTF_8)).contains("decision time-limit, version 2");
  }

  @Test
  void saysWhatIsMissing() {
    status = 422;
    answer =
        "{\"detail\": \"these fields must be put right\", \"errors\":"
            + " [{\"field\": \"callback.bpmn\", \"message\": \"needs form:x, which is missing\"}]}";

    assertThatThrownBy(() -> deploy("time-limit.dmn"))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("Nothing was deployed");
    assertThat(out.toString(UTF_8)).contains("callback.bpmn needs form:x, which is missing");
  }

  @Test
  void saysThatNoneRuns() throws IOException {
    Files.delete(data.resolve("addresses.json"));

    assertThatThrownBy(() -> deploy("time-limit.dmn"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("start it with './whistle up'");
  }

  private int deploy(String file) {
    return new DeployCommand(data, new PrintStream(out, true, UTF_8))
        .run(List.of(data.resolve(file)));
  }
}

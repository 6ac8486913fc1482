package city.whistle.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.CreateInstance;
import city.whistle.engine.outcome.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the API is there or says that it isn't. */
class OperationsTest {

  private static final int NOT_IMPLEMENTED = 501;

  @RegisterExtension private static final RestFixture fixture = new RestFixture();

  @BeforeEach
  void knowsNoProcess() {
    fixture.engine.reject(CreateInstance.class, Rejection.notFound("no such process"));
  }

  static Stream<String> operations() throws IOException {
    try (InputStream list = OperationsTest.class.getResourceAsStream("operations-8.8.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"));
    }
  }

  private static HttpResponse<String> ask(String operation) {
    String[] parts = operation.split(" ");
    String path = parts[1].replaceAll("\\{[^}]*}", "1");
    return fixture.send(parts[0], path, parts[0].equals("GET") ? null : "{\"requestTimeout\":-1}");
  }

  /** The page lists what is there and nothing else. */
  @ParameterizedTest
  @MethodSource("operations")
  void isOnThePageIfItIsThere(String operation) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "engine", "coverage.md"));
    boolean isThere = ask(operation).statusCode() != NOT_IMPLEMENTED;
    assertThat(page.contains("| `" + operation + "` |")).as(operation).isEqualTo(isThere);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void answersEveryOperation(String operation) {
    HttpResponse<String> answer = ask(operation);
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 204, 400, 404, 409, 415, 501);
    if (answer.statusCode() >= 400) {
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(answer.body())
          .contains("\"detail\":")
          .doesNotContain("There is nothing at this path", "is not possible at this path");
    }
  }
}

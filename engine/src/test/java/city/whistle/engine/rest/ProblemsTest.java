package city.whistle.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.CancelInstance;
import city.whistle.engine.json.Json;
import city.whistle.engine.outcome.Rejection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

  @RegisterExtension private static final RestFixture fixture = new RestFixture();

  private static void assertProblem(
      HttpResponse<String> answer, int status, String title, String detail, String instance) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(Json.parse(answer.body()))
        .isEqualTo(
            Map.of(
                "type", "about:blank",
                "title", title,
                "status", (long) status,
                "detail", detail,
                "instance", instance));
  }

  @Test
  void turnsPagesOfOtherSitesAway() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(fixture.address().resolve("/v2/process-instances/1/cancellation"))
            .header("Origin", "https://evil.example")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();

    assertProblem(
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()),
        403,
        "Forbidden",
        "The header Origin names another site: pages of others can't ask here.",
        "/v2/process-instances/1/cancellation");
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_ARGUMENT, 400",
    "NOT_FOUND, 404",
    "ALREADY_EXISTS, 409",
    "INVALID_STATE, 409",
    "RESOURCE_EXHAUSTED, 503",
    "UNAVAILABLE, 503",
    "NOT_IMPLEMENTED, 501",
    "INTERNAL, 500"
  })
  void tellsWhyACommandWasRejected(Rejection.Type type, int status) {
    fixture.engine.reject(CancelInstance.class, new Rejection(type, "so it is"));
    HttpResponse<String> answer =
        fixture.send("POST", "/v2/process-instances/7/cancellation", "{}");
    assertProblem(answer, status, type.name(), "so it is", "/v2/process-instances/7/cancellation");
  }

  @Test
  void doesNotTellWhatABugSaid() {
    fixture.engine.answer(
        CancelInstance.class,
        command -> {
          throw new IllegalStateException("secret");
        });
    assertProblem(
        fixture.send("POST", "/v2/process-instances/7/cancellation", "{}"),
        500,
        "INTERNAL",
        "Something in the engine is wrong; its log says what.",
        "/v2/process-instances/7/cancellation");
  }

  @Test
  void tellsAnUnknownPath() {
    assertProblem(
        fixture.send("GET", "/v2/nothing?x=1", null),
        404,
        "Not Found",
        "There is nothing at this path.",
        "/v2/nothing");
  }

  @Test
  void tellsAWrongMethod() {
    assertProblem(
        fixture.send("DELETE", "/v2/topology", null),
        405,
        "Method Not Allowed",
        "The method DELETE is not possible at this path.",
        "/v2/topology");
  }

  @Test
  void tellsAWrongContentType() {
    assertProblem(
        fixture.send("POST", "/v2/signals/broadcast", "signalName=x", "text/plain"),
        415,
        "Unsupported Media Type",
        "The content of this request must be of the type application/json.",
        "/v2/signals/broadcast");
  }

  @Test
  void tellsWhereContentIsNotJson() {
    assertProblem(
        fixture.send("POST", "/v2/signals/broadcast", "{\"signalName\":\n secret}"),
        400,
        "INVALID_ARGUMENT",
        "The request's content is not valid JSON at line 2, column 2.",
        "/v2/signals/broadcast");
  }

  @Test
  void tellsAnUnknownField() {
    assertProblem(
        fixture.send("POST", "/v2/signals/broadcast", "{\"signal\":\"x\"}"),
        400,
        "INVALID_ARGUMENT",
        "Unknown field 'signal'; known are signalName, tenantId, variables.",
        "/v2/signals/broadcast");
  }

  @Test
  void tellsAMistypedField() {
    assertProblem(
        fixture.send("POST", "/v2/jobs/1/failure", "{\"retries\":\"many\"}"),
        400,
        "INVALID_ARGUMENT",
        "The value of 'retries' is not a whole number.",
        "/v2/jobs/1/failure");
  }

  @Test
  void tellsAKeyThatIsNone() {
    assertProblem(
        fixture.send("GET", "/v2/variables/x", null),
        400,
        "INVALID_ARGUMENT",
        "The path has no valid variableKey, which is a whole number.",
        "/v2/variables/x");
  }

  @Test
  void refusesContentThatIsTooLarge() {
    String large = "{\"signalName\":\"" + "x".repeat(RestServer.MAX_CONTENT) + "\"}";
    assertProblem(
        fixture.send("POST", "/v2/signals/broadcast", large),
        413,
        "Request Entity Too Large",
        "The request's content is larger than 4194304 bytes.",
        "/v2/signals/broadcast");
  }

  @Test
  void tellsWhatIsNotThereYet() {
    assertProblem(
        fixture.send("POST", "/v2/groups/search", "{}"),
        501,
        "NOT_IMPLEMENTED",
        "The operation POST /v2/groups/search isn't there yet.",
        "/v2/groups/search");
  }
}

package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.response.Incident;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.grpc.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What can't be done is refused where it comes in, says where and why, and leaves nothing. */
class BadInputTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Variables as JSON text, and what the answer says about them. */
  private record Case(String variables, String because) {}

  private static final List<Case> VARIABLES =
      List.of(
          new Case("{\"note\": \"a\\u0000b\"}", "'variables.note' has the character NUL"),
          new Case(
              "{\"a\": {\"b\": [\"\\ud83d\"]}}", "'variables.a.b' has half of a surrogate pair"),
          new Case("{\"n\": 1e999}", "'variables.n' has a number that does not fit into 64 bits"),
          new Case("{\"n\": 9223372036854775808}", "does not fit into 64 bits"),
          new Case(
              "{\"n\": " + "[".repeat(600) + "]".repeat(600) + "}",
              "'variables.n' is nested deeper"),
          new Case("{\"n\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}", "nested too deeply"),
          new Case("{\"n\": nothing}", "at line 1, column "),
          new Case("[1, 2]", "'variables'"),
          new Case("7", "'variables'"));

  private static void deployTask(Caller caller) {
    caller.deploy(caller.oneJob());
  }

  @OnEveryTarget
  void variablesThatCannotBeKeptStartNothing(Caller caller) throws Exception {
    assumeThat(caller.client().getConfiguration().preferRestOverGrpc()).isTrue();
    deployTask(caller);
    for (Case bad : VARIABLES) {
      assertThat(refusalOfStart(caller, bad.variables()))
          .as(bad.variables())
          .contains(bad.because());
    }
    assertThat(caller.instances(caller.id())).isEmpty();
    assertThat(caller.start().active()).containsExactly("Work");
  }

  /** Camunda's client reads JSON text and writes it anew, so it is sent without it. */
  private static String refusalOfStart(Caller caller, String variables) throws Exception {
    String body =
        "{\"processDefinitionId\": \"%s\", \"variables\": %s}".formatted(caller.id(), variables);
    HttpResponse<String> answer = post(caller.client(), "/v2/process-instances", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    return answer.body();
  }

  private static HttpResponse<String> post(CamundaClient client, String path, String body)
      throws IOException, InterruptedException {
    URI address = client.getConfiguration().getRestAddress().resolve(path);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @OnEveryTarget
  void aRequestOfMoreThan4MegabytesIsRefused(Caller caller) {
    deployTask(caller);
    Map<String, Object> large = Map.of("note", "x".repeat(5 * 1024 * 1024));
    Throwable refused = catchThrowable(() -> caller.start(large));
    if (refused instanceof ProblemException problem) {
      assertThat(problem.code()).isEqualTo(413);
    } else {
      assertThat(((ClientStatusException) refused).getStatusCode())
          .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    }
    assertThat(caller.instances(caller.id())).isEmpty();
  }

  @OnEveryTarget
  void textsThatCannotBeKeptAreRefused(Caller caller) {
    deployTask(caller);
    caller.start();
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.publish("a\0b", "key", Map.of()), "'name' has the character NUL");
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.publish("x".repeat(10_001), "key", Map.of()), "at most 10000 are possible");
    ActivatedJob job = caller.job("work");
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.complete(job, Map.of("a\0b", 1)), "'variables' has the character NUL");
    caller.complete(job, Map.of());
  }

  /** As who sends the largest number means it. */
  @OnEveryTarget
  void whatIsToLastBeyondAllTimesLastsForGood(Caller caller) {
    Duration forGood = Duration.ofMillis(Long.MAX_VALUE);
    deployTask(caller);
    caller.start();
    caller.publish("late", "key", Map.of(), forGood);
    ActivatedJob job =
        caller
            .client()
            .newActivateJobsCommand()
            .jobType(caller.id("work"))
            .maxJobsToActivate(1)
            .timeout(forGood)
            .send()
            .join()
            .getJobs()
            .get(0);
    assertThat(job.getDeadline())
        .isGreaterThan(Instant.parse("9999-01-01T00:00:00Z").toEpochMilli());
    caller.client().newUpdateTimeoutCommand(job).timeout(forGood).send().join();
    caller.client().newFailCommand(job).retries(1).retryBackoff(forGood).send().join();
    assertThat(caller.jobs("work")).isEmpty();
  }

  /** PostgreSQL keeps no time after the year 294276. */
  @OnEveryTarget
  void timesThatCannotBeKeptAreIncidents(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .parallelGateway("Fork")
            .intermediateCatchEvent("Date", e -> e.timerWithDateExpression("far"))
            .endEvent()
            .moveToNode("Fork")
            .intermediateCatchEvent("Duration", e -> e.timerWithDurationExpression("long"))
            .endEvent()
            .moveToNode("Fork")
            .userTask("Task", t -> t.zeebeUserTask().zeebeDueDateExpression("far"))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("far", "+300000-01-01T00:00:00Z", "long", "P300000Y"));
    assertThat(
            caller
                .client()
                .newIncidentSearchRequest()
                .filter(f -> f.processInstanceKey(instance.key()))
                .send()
                .join()
                .items())
        .extracting(Incident::getElementId)
        .containsExactlyInAnyOrder("Date", "Duration", "Task");
  }

  @OnEveryTarget
  void aSearchForWhatCannotBeThereIsRefused(Caller caller) {
    Refusal.INVALID_ARGUMENT.of(() -> caller.instances("a\0b"), "NUL");
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.client().newJobSearchRequest().page(p -> p.limit(-1)).send().join(),
        "'page.limit' is -1");
  }

  @OnEveryTarget
  void anExpressionWithoutEndIsAnIncidentThatNamesIt(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .scriptTask(
                "Endless",
                t -> t.zeebeExpression("for i in 1..limit return i").zeebeResultVariable("numbers"))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("limit", 1_000_000_000));
    assertThat(
            instance.incident(IncidentErrorType.EXTRACT_VALUE_ERROR, "Endless").getErrorMessage())
        .contains("for i in 1..limit return i", "too large");
    instance.repair(Map.of("limit", 3));
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("numbers", "[1,2,3]");
  }

  @OnEveryTarget
  void aDecisionWithoutEndIsRefused(Caller caller) {
    caller.deploy(
        "endless.dmn",
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="%1$s-d" name="d"
            namespace="http://camunda.org/schema/1.0/dmn">
          <decision id="%1$s" name="Endless">
            <variable name="result" />
            <literalExpression><text>sum(for i in 1..n, j in 1..n return i + j)</text></literalExpression>
          </decision>
        </definitions>
        """
            .formatted(caller.id()));
    var answer =
        caller
            .client()
            .newEvaluateDecisionCommand()
            .decisionId(caller.id())
            .variables(Map.of("n", 1_000_000))
            .send()
            .join();
    assertThat(answer.getFailureMessage()).contains(caller.id(), "it loops more than");
    assertThat(answer.getFailedDecisionId()).isEqualTo(caller.id());
  }

  @OnEveryTarget
  void aModelWithVeryManyAttributesIsRefused(Caller caller) {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      attributes.append(" a").append(i).append("=\"\"");
    }
    String model =
        Bpmn.convertToString(caller.process().startEvent().endEvent().done())
            .replaceFirst("<startEvent", "<startEvent" + attributes);
    Refusal.INVALID_ARGUMENT.of(() -> caller.deploy("many.bpmn", model), "many.bpmn");
  }

  @OnEveryTarget
  void aModelWithAVeryLongIdIsRefused(Caller caller) {
    String id = "A".repeat(2_000);
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.deploy(caller.process().startEvent().manualTask(id).endEvent().done()),
        "2000 characters");
  }
}

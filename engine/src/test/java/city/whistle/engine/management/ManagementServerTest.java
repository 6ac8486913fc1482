package city.whistle.engine.management;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.ClockMoved;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.command.MoveClock;
import city.whistle.engine.http.Door;
import city.whistle.engine.job.JobDispatcher;
import city.whistle.engine.json.Json;
import city.whistle.engine.loop.ClusterStatus;
import city.whistle.engine.loop.FakeEngine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ManagementServerTest {

  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

  private static final ExecutorService ENDING = Executors.newCachedThreadPool();

  private final FakeEngine engine = new FakeEngine();
  private final JobDispatcher jobs = new JobDispatcher(engine);
  private final ClusterStatus status = new ClusterStatus();
  private final ManagementServer server =
      new ManagementServer(engine, jobs.polls(), status, Door.on("localhost", 0).forTests());
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void start() {
    server.start();
    engine.answer(MoveClock.class, command -> new ClockMoved(NEW_YEAR));
  }

  /** Beside the next tests: a server lets a client's connection go after a second. */
  @AfterEach
  void stop() {
    ENDING.execute(
        () -> {
          server.close();
          jobs.close();
          engine.close();
        });
  }

  @AfterAll
  static void awaitEnds() throws InterruptedException {
    ENDING.shutdown();
    assertThat(ENDING.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void purgesAndNumbersIt() throws Exception {
    engine.createJobs("case.register", 1);

    HttpResponse<String> answer = send("POST", "/actuator/cluster/purge", "");

    assertThat(content(answer)).containsEntry("changeId", 1L);
    assertThat(status.lastCompleted()).isEqualTo(1);
    assertThat(engine.freeJobs("case.register")).isZero();
  }

  @Test
  void endsPollsWhenItPurges() throws Exception {
    ActivateJobs request =
        new ActivateJobs("case.register", "test", Duration.ofMinutes(5), 1, List.of());
    CompletableFuture<JobsActivated> poll = jobs.polls().poll(request, Duration.ofMinutes(1));

    send("POST", "/actuator/cluster/purge", "");

    assertThat(poll.get(5, TimeUnit.SECONDS).jobs()).isEmpty();
  }

  @Test
  void showsTheClock() throws Exception {
    engine.clock().pinTo(NEW_YEAR);

    assertThat(content(send("GET", "/actuator/clock", "")))
        .containsEntry("epochMilli", NEW_YEAR.toEpochMilli())
        .containsEntry("instant", "2026-01-01T00:00:00Z");
  }

  @Test
  void addsToTheClock() throws Exception {
    HttpResponse<String> answer = send("POST", "/actuator/clock/add", "{\"offsetMilli\":-1500}");

    assertThat(engine.next(MoveClock.class)).isEqualTo(new MoveClock.By(Duration.ofMillis(-1500)));
    assertThat(content(answer)).containsEntry("instant", "2026-01-01T00:00:00Z");
  }

  @Test
  void pinsTheClock() throws Exception {
    send("POST", "/actuator/clock/pin", "{\"epochMilli\":1767225600000}");

    assertThat(engine.next(MoveClock.class)).isEqualTo(new MoveClock.To(NEW_YEAR));
  }

  @Test
  void resetsTheClock() throws Exception {
    send("DELETE", "/actuator/clock", "");

    assertThat(engine.next(MoveClock.class)).isEqualTo(new MoveClock.Reset());
  }

  @Test
  void refusesToAddWhatIsNoNumber() throws Exception {
    HttpResponse<String> answer = send("POST", "/actuator/clock/add", "{\"offsetMilli\":\"1d\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(content(answer))
        .containsEntry(
            "message",
            "Expected a JSON object with the whole number 'offsetMilli', in milliseconds.");
  }

  @Test
  void isUpWhileTheEngineCanCommit() throws Exception {
    HttpResponse<String> answer = send("GET", "/actuator/health/status", "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(content(answer)).containsEntry("status", "UP");
  }

  @Test
  void isDownButAliveWhileTheEngineCannotCommit() throws Exception {
    engine.setHealthy(false);

    assertThat(send("GET", "/actuator/health", "").statusCode()).isEqualTo(503);
    assertThat(send("GET", "/actuator/health/readiness", "").statusCode()).isEqualTo(503);
    assertThat(send("GET", "/actuator/health/liveness", "").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /actuator/cluster/purge",
        "POST /actuator/clock/add",
        "POST /actuator/clock/pin",
        "DELETE /actuator/clock"
      })
  void changesNothingWhereNoTestsRun(String call) throws Exception {
    try (ManagementServer live =
        new ManagementServer(engine, jobs.polls(), status, Door.on("localhost", 0))) {
      live.start();

      HttpResponse<String> answer = send(live, call, "application/json", "{}");

      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat((String) content(answer).get("message")).contains("--testing");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void takesNoContentThatAPageCouldSendUnasked(String type) throws Exception {
    HttpResponse<String> answer = send(server, "POST /actuator/cluster/purge", type, "{}");

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(status.lastCompleted()).isZero();
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return send(server, method + " " + path, "application/json", body);
  }

  private HttpResponse<String> send(ManagementServer server, String call, String type, String body)
      throws Exception {
    String method = call.split(" ")[0];
    URI uri = URI.create("http://localhost:" + server.port() + call.split(" ")[1]);
    return http.send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", type)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> content(HttpResponse<String> answer) {
    return (Map<String, Object>) Json.parse(answer.body());
  }
}

package city.whistle.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.AssignUserTask;
import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.CompleteUserTask;
import city.whistle.engine.command.FailJob;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.command.JobsActivated.ActivatedJob;
import city.whistle.engine.command.ReleaseJobs;
import city.whistle.engine.command.TaskChanges;
import city.whistle.engine.command.ThrowJobError;
import city.whistle.engine.command.UnassignUserTask;
import city.whistle.engine.command.UpdateJob;
import city.whistle.engine.command.UpdateUserTask;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.Row;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Camunda's own client takes jobs and user tasks, and the engine gets what it did with them. */
class WorkClientTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @RegisterExtension private static final RestFixture fixture = new RestFixture();

  static Job job() {
    return new Job(
        5,
        "ring",
        Job.Kind.BPMN_ELEMENT,
        null,
        -1,
        Job.State.CREATED,
        3,
        false,
        Map.of("queue", "hotline"),
        "phone",
        NOW,
        null,
        null,
        null,
        100,
        10,
        "case",
        1,
        "callback",
        101,
        List.of("city"),
        NOW,
        null);
  }

  private static void offerOneJob() {
    fixture.engine.answer(
        ActivateJobs.class,
        request ->
            new JobsActivated(
                List.of(new ActivatedJob(job(), JsonValue.parse("{\"n\":1}"), null)), Row.NONE));
  }

  @Test
  void givesJobsToAWorker() {
    offerOneJob();
    io.camunda.client.api.response.ActivatedJob job =
        fixture
            .client()
            .newActivateJobsCommand()
            .jobType("ring")
            .maxJobsToActivate(2)
            .workerName("phone")
            .timeout(Duration.ofMinutes(1))
            .fetchVariables("n")
            .send()
            .join()
            .getJobs()
            .get(0);
    assertThat(job.getKey()).isEqualTo(5);
    assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("n", 1));
    assertThat(job.getCustomHeaders()).isEqualTo(Map.of("queue", "hotline"));
    assertThat(job.getDeadline()).isEqualTo(NOW.toEpochMilli());
    assertThat(job.getTags()).containsExactly("city");
    assertThat(fixture.engine.lastCommand())
        .isEqualTo(new ActivateJobs("ring", "phone", Duration.ofMinutes(1), 2, List.of("n")));
  }

  @Test
  void takesJobsBackFromAWorkerThatHungUp() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch hungUp = new CountDownLatch(1);
    fixture.engine.answer(
        ActivateJobs.class,
        request -> {
          asked.countDown();
          await(hungUp);
          return new JobsActivated(
              List.of(new ActivatedJob(job(), JsonValue.EMPTY_OBJECT, null)), Row.NONE);
        });
    try (Socket worker = pollOverASocket()) {
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
      worker.setSoLinger(true, 0);
    }
    hungUp.countDown();
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(fixture.engine.commands())
                    .anyMatch(command -> command instanceof ReleaseJobs));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Socket pollOverASocket() throws IOException {
    String body =
        "{\"type\":\"ring\",\"maxJobsToActivate\":1,\"timeout\":1000,\"requestTimeout\":5000}";
    Socket worker = new Socket("127.0.0.1", fixture.port());
    worker
        .getOutputStream()
        .write(
            ("POST /v2/jobs/activation HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nContent-Length: "
                    + body.length()
                    + "\r\n\r\n"
                    + body)
                .getBytes(StandardCharsets.US_ASCII));
    return worker;
  }

  @Test
  void completesAJob() {
    fixture.client().newCompleteCommand(5).variables(Map.of("contacted", true)).send().join();
    CompleteJob command = (CompleteJob) fixture.engine.lastCommand();
    assertThat(command.variables().members()).isEqualTo(Map.of("contacted", true));
    assertThat(command.listenerResult()).isNull();
  }

  @Test
  void readsTheCorrectionsOfATaskListener() {
    fixture
        .client()
        .newCompleteCommand(5)
        .withResult(r -> r.forUserTask().correctAssignee("li").correctPriority(80))
        .send()
        .join();
    CompleteJob command = (CompleteJob) fixture.engine.lastCommand();
    assertThat(command.listenerResult().corrections())
        .isEqualTo(new TaskChanges("li", null, null, null, null, 80));
  }

  @Test
  void failsAJob() {
    fixture
        .client()
        .newFailCommand(5)
        .retries(2)
        .retryBackoff(Duration.ofSeconds(3))
        .errorMessage("busy")
        .send()
        .join();
    assertThat(fixture.engine.lastCommand())
        .isEqualTo(new FailJob(5, 2, "busy", Duration.ofSeconds(3), JsonValue.EMPTY_OBJECT));
  }

  @Test
  void throwsABpmnError() {
    fixture.client().newThrowErrorCommand(5).errorCode("no-answer").send().join();
    assertThat(((ThrowJobError) fixture.engine.lastCommand()).errorCode()).isEqualTo("no-answer");
  }

  @Test
  void updatesRetriesOfAJob() {
    fixture.client().newUpdateRetriesCommand(5).retries(4).send().join();
    assertThat(fixture.engine.lastCommand()).isEqualTo(new UpdateJob(5, 4, null));
  }

  @Test
  void assignsUpdatesAndCompletesAUserTask() {
    fixture.client().newAssignUserTaskCommand(7).assignee("wang").send().join();
    assertThat(((AssignUserTask) fixture.engine.lastCommand()).assignee()).isEqualTo("wang");
    fixture.client().newUnassignUserTaskCommand(7).send().join();
    assertThat(fixture.engine.lastCommand()).isInstanceOf(UnassignUserTask.class);
    fixture
        .client()
        .newUpdateUserTaskCommand(7)
        .candidateGroups("unit")
        .clearDueDate()
        .send()
        .join();
    assertThat(((UpdateUserTask) fixture.engine.lastCommand()).changes())
        .isEqualTo(new TaskChanges(null, List.of("unit"), null, "", null, null));
    fixture.client().newCompleteUserTaskCommand(7).variables(Map.of("settled", true)).send().join();
    assertThat(((CompleteUserTask) fixture.engine.lastCommand()).variables().members())
        .isEqualTo(Map.of("settled", true));
  }
}

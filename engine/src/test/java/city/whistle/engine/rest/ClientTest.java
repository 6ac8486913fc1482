package city.whistle.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.AssignUserTask;
import city.whistle.engine.command.CancelInstance;
import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.CompleteUserTask;
import city.whistle.engine.command.CorrelateMessage;
import city.whistle.engine.command.CreateInstance;
import city.whistle.engine.command.DeployResources;
import city.whistle.engine.command.Deployed;
import city.whistle.engine.command.FailJob;
import city.whistle.engine.command.InstanceCreated;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.command.JobsActivated.ActivatedJob;
import city.whistle.engine.command.MessageCorrelated;
import city.whistle.engine.command.MessagePublished;
import city.whistle.engine.command.MoveClock;
import city.whistle.engine.command.PublishMessage;
import city.whistle.engine.command.ReleaseJobs;
import city.whistle.engine.command.ResolveIncident;
import city.whistle.engine.command.SetVariables;
import city.whistle.engine.command.TaskChanges;
import city.whistle.engine.command.ThrowJobError;
import city.whistle.engine.command.UnassignUserTask;
import city.whistle.engine.command.UpdateJob;
import city.whistle.engine.command.UpdateUserTask;
import city.whistle.engine.command.VariablesSet;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Binding;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.ProcessDefinition;
import city.whistle.engine.state.Row;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.PartitionBrokerRole;
import io.camunda.client.api.response.PartitionInfo;
import io.camunda.client.api.response.ProcessInstanceResult;
import io.camunda.client.api.response.StatusResponse;
import io.camunda.client.api.response.Topology;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Camunda's own client understands the answers, and the engine gets what the client meant. */
class ClientTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static RestFixture fixture;

  @BeforeAll
  static void start() {
    fixture = new RestFixture();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @BeforeEach
  void reset() {
    fixture.engine.reset();
  }

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
  void showsAHealthyLeaderAndTheLastChange() {
    Topology topology = fixture.client().newTopologyRequest().send().join();
    PartitionInfo partition = topology.getBrokers().get(0).getPartitions().get(0);
    assertThat(partition.getRole()).isEqualTo(PartitionBrokerRole.LEADER);
    assertThat(partition.getHealth()).isEqualTo(PartitionBrokerHealth.HEALTHY);
    assertThat(fixture.send("GET", "/v2/topology", null).body())
        .contains("\"lastCompletedChangeId\":\"0\"");
  }

  @Test
  void showsThatTheStoreIsAway() {
    fixture.engine.setHealthy(false);
    assertThat(fixture.client().newStatusRequest().send().join().getStatus())
        .isEqualTo(StatusResponse.Status.DOWN);
    assertThat(fixture.send("GET", "/v2/topology", null).body())
        .contains("\"health\":\"unhealthy\"");
  }

  @Test
  void showsThatTheStoreIsThere() {
    assertThat(fixture.client().newStatusRequest().send().join().getStatus())
        .isEqualTo(StatusResponse.Status.UP);
  }

  @Test
  void deploysFiles() {
    fixture.engine.answer(
        DeployResources.class,
        command ->
            new Deployed(
                1,
                List.of(
                    new ProcessDefinition(
                        2,
                        "case",
                        "Case",
                        3,
                        null,
                        "case.bpmn",
                        "00",
                        "<x/>",
                        1,
                        NOW,
                        null,
                        Binding.Type.LATEST,
                        null)),
                List.of(),
                List.of(),
                List.of()));
    DeploymentEvent deployed =
        fixture
            .client()
            .newDeployResourceCommand()
            .addResourceStringUtf8("<投诉/>", "case.bpmn")
            .send()
            .join();
    assertThat(deployed.getProcesses().get(0).getVersion()).isEqualTo(3);
    DeployResources command = (DeployResources) fixture.engine.lastCommand();
    assertThat(command.files().get(0).name()).isEqualTo("case.bpmn");
    assertThat(new String(command.files().get(0).content(), StandardCharsets.UTF_8))
        .isEqualTo("<投诉/>");
  }

  @Test
  void createsAnInstance() {
    fixture.engine.answer(
        CreateInstance.class,
        command -> new InstanceCreated(100, 10, "case", 1, List.of("city"), null));
    long key =
        fixture
            .client()
            .newCreateInstanceCommand()
            .bpmnProcessId("case")
            .latestVersion()
            .variables(Map.of("street", "展览路"))
            .tags("city")
            .send()
            .join()
            .getProcessInstanceKey();
    assertThat(key).isEqualTo(100);
    CreateInstance command = (CreateInstance) fixture.engine.lastCommand();
    assertThat(command.bpmnProcessId()).isEqualTo("case");
    assertThat(command.version()).isEqualTo(-1);
    assertThat(command.variables().members()).isEqualTo(Map.of("street", "展览路"));
    assertThat(command.tags()).containsExactly("city");
  }

  @Test
  void awaitsTheResultOfAnInstance() {
    fixture.engine.answer(
        CreateInstance.class,
        command ->
            new InstanceCreated(
                100,
                10,
                "case",
                1,
                List.of(),
                CompletableFuture.completedFuture(JsonValue.parse("{\"satisfied\":true}"))));
    ProcessInstanceResult result =
        fixture
            .client()
            .newCreateInstanceCommand()
            .bpmnProcessId("case")
            .latestVersion()
            .withResult()
            .fetchVariables("satisfied")
            .send()
            .join();
    assertThat(result.getVariablesAsMap()).containsEntry("satisfied", true);
    assertThat(((CreateInstance) fixture.engine.lastCommand()).fetchVariables())
        .containsExactly("satisfied");
  }

  @Test
  void tellsThatAResultIsNotThereInTime() {
    fixture.engine.answer(
        CreateInstance.class,
        command -> new InstanceCreated(100, 10, "case", 1, List.of(), new CompletableFuture<>()));
    assertThatThrownBy(
            () ->
                fixture
                    .client()
                    .newCreateInstanceCommand()
                    .bpmnProcessId("case")
                    .latestVersion()
                    .withResult()
                    .requestTimeout(Duration.ofMillis(20))
                    .send()
                    .join())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("did not complete within 20 ms; it goes on.");
  }

  @Test
  void cancelsAnInstance() {
    fixture.client().newCancelInstanceCommand(100).send().join();
    assertThat(fixture.engine.lastCommand()).isEqualTo(new CancelInstance(100));
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
            ("POST /v2/jobs/activation HTTP/1.1\r\nHost: engine\r\n"
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

  @Test
  void publishesAndCorrelatesMessages() {
    fixture.engine.answer(PublishMessage.class, command -> new MessagePublished(8));
    fixture.engine.answer(CorrelateMessage.class, command -> new MessageCorrelated(9, 100));
    assertThat(
            fixture
                .client()
                .newPublishMessageCommand()
                .messageName("reported")
                .correlationKey("w1")
                .timeToLive(Duration.ofHours(2))
                .send()
                .join()
                .getMessageKey())
        .isEqualTo(8);
    assertThat(fixture.engine.lastCommand())
        .isEqualTo(
            new PublishMessage(
                "reported", "w1", Duration.ofHours(2), null, JsonValue.EMPTY_OBJECT));
    assertThat(
            fixture
                .client()
                .newCorrelateMessageCommand()
                .messageName("reported")
                .correlationKey("w1")
                .send()
                .join()
                .getProcessInstanceKey())
        .isEqualTo(100);
  }

  @Test
  void setsVariablesAndResolvesIncidents() {
    fixture.engine.answer(SetVariables.class, command -> VariablesSet.now(10));
    fixture
        .client()
        .newSetVariablesCommand(101)
        .variables(Map.of("n", 2))
        .local(true)
        .send()
        .join();
    assertThat(fixture.engine.lastCommand())
        .isEqualTo(new SetVariables(101, JsonValue.parse("{\"n\":2}"), true));
    fixture.client().newResolveIncidentCommand(3).send().join();
    assertThat(fixture.engine.lastCommand()).isEqualTo(new ResolveIncident(3));
  }

  @Test
  void pinsAndResetsTheClock() {
    fixture.client().newPinClockCommand().time(NOW).send().join();
    assertThat(fixture.engine.lastCommand()).isEqualTo(new MoveClock.To(NOW));
    fixture.client().newResetClockCommand().send().join();
    assertThat(fixture.engine.lastCommand()).isEqualTo(new MoveClock.Reset());
  }

  @Test
  void passesARejectionOn() {
    fixture.engine.reject(CompleteJob.class, Rejection.notFound("no job 5"));
    assertThatThrownBy(() -> fixture.client().newCompleteCommand(5).send().join())
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.details().getStatus()).isEqualTo(404);
              assertThat(problem.details().getTitle()).isEqualTo("NOT_FOUND");
              assertThat(problem.details().getDetail()).isEqualTo("no job 5");
            });
  }

  @Test
  void letsTheClientSearchEverything() {
    assertThat(fixture.client().newProcessDefinitionSearchRequest().send().join().items())
        .isEmpty();
    assertThat(
            fixture
                .client()
                .newProcessInstanceSearchRequest()
                .filter(f -> f.processDefinitionId("case").variables(Map.of("n", 1)))
                .sort(s -> s.startDate().desc())
                .page(p -> p.limit(5))
                .send()
                .join()
                .items())
        .isEmpty();
    assertThat(fixture.client().newElementInstanceSearchRequest().send().join().items()).isEmpty();
    assertThat(fixture.client().newVariableSearchRequest().send().join().items()).isEmpty();
    assertThat(
            fixture
                .client()
                .newUserTaskSearchRequest()
                .filter(f -> f.candidateGroup("unit").assignee(a -> a.exists(false)))
                .send()
                .join()
                .items())
        .isEmpty();
    assertThat(fixture.client().newIncidentSearchRequest().send().join().items()).isEmpty();
    assertThat(fixture.client().newJobSearchRequest().send().join().items()).isEmpty();
    assertThat(fixture.client().newDecisionInstanceSearchRequest().send().join().items()).isEmpty();
    assertThat(fixture.client().newMessageSubscriptionSearchRequest().send().join().items())
        .isEmpty();
    assertThat(
            fixture.client().newCorrelatedMessageSubscriptionSearchRequest().send().join().items())
        .isEmpty();
  }
}

package city.whistle.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.command.PublishMessage;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.Rejection;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.MultiInstanceLoopCharacteristicsBuilder;
import io.grpc.Status;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks too much, or runs what has no end, does not keep others from their work. */
@Timeout(300)
class OverloadTest {

  private static final BpmnModelInstance CALL =
      Bpmn.createExecutableProcess("callback")
          .startEvent()
          .serviceTask("Call", task -> task.zeebeJobType("call"))
          .endEvent()
          .done();

  private static final BpmnModelInstance ENDLESS =
      Bpmn.createExecutableProcess("endless")
          .startEvent()
          .exclusiveGateway("Again")
          .scriptTask("Count", t -> t.zeebeExpression("1").zeebeResultVariable("one"))
          .connectTo("Again")
          .done();

  private static final Duration LONG = Duration.ofHours(1);

  /** Less than the engine waits for a database that says nothing. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final String database = TestDatabase.url();
  private EmbeddedEngine engine;
  private CamundaClient client;

  @BeforeEach
  void start() {
    engine =
        EmbeddedEngine.builder()
            .database(database, null, null)
            .restPort(0)
            .grpcPort(0)
            .managementPort(0)
            .start();
    client = client(false);
    deploy(CALL);
  }

  @AfterEach
  void stop() {
    client.close();
    engine.close();
  }

  private CamundaClient client(boolean rest) {
    return CamundaClient.newClientBuilder()
        .restAddress(engine.restAddress())
        .grpcAddress(engine.grpcAddress())
        .preferRestOverGrpc(rest)
        .build();
  }

  private void deploy(BpmnModelInstance model) {
    client.newDeployResourceCommand().addProcessModel(model, "process.bpmn").send().join();
  }

  private long create(CamundaClient by, String processId, Map<String, Object> variables) {
    return by.newCreateInstanceCommand()
        .bpmnProcessId(processId)
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFullQueueRefusesAndRecovers(boolean rest) throws SQLException {
    List<CompletableFuture<?>> waiting = new ArrayList<>();
    try (CamundaClient other = client(rest)) {
      try (Connection holder = DriverManager.getConnection(database)) {
        keepFromCommitting(holder);
        Awaitility.await().atMost(PATIENCE).until(() -> fill(waiting) == 0);
        assertRefused(catchThrowable(() -> create(other, "callback", Map.of())));
      }
      assertThat(waiting).allSatisfy(answer -> assertThat(answer.join()).isNotNull());
      assertThat(create(other, "callback", Map.of())).isPositive();
    }
  }

  private static void keepFromCommitting(Connection holder) throws SQLException {
    holder.setAutoCommit(false);
    try (Statement lock = holder.createStatement()) {
      lock.execute("select 1 from engine.engine_meta for update");
    }
  }

  /** Submits until the queue is full; how many commands went in. */
  private int fill(List<CompletableFuture<?>> waiting) {
    int accepted = 0;
    while (true) {
      CompletableFuture<?> answer =
          engine.engine().submit(new PublishMessage("m", "k", LONG, null, JsonValue.EMPTY_OBJECT));
      if (answer.isCompletedExceptionally()) {
        assertThatThrownBy(answer::join)
            .cause()
            .isInstanceOfSatisfying(
                Rejection.class,
                e -> assertThat(e.type()).isEqualTo(Rejection.Type.RESOURCE_EXHAUSTED));
        return accepted;
      }
      waiting.add(answer);
      accepted++;
    }
  }

  private static void assertRefused(Throwable refused) {
    assertThat(refused).hasMessageContaining("waiting already: try again later");
    if (refused instanceof ProblemException problem) {
      assertThat(problem.code()).isEqualTo(503);
    } else {
      assertThat(((ClientStatusException) refused).getStatusCode())
          .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    }
  }

  @Test
  void anEndlessLoopLetsOthersGoOnUntilItIsStoppedAndCanBeCancelledAfterARestart() {
    deploy(ENDLESS);
    long loop = create(client, "endless", Map.of());
    doWork(10);
    Awaitility.await().atMost(PATIENCE).until(() -> hasIncident(loop));
    long last = rounds(loop);

    stop();
    start();
    doWork(3);
    assertThat(rounds(loop)).isEqualTo(last);
    client.newCancelInstanceCommand(loop).send().join();
    assertThat(state(loop)).isEqualTo(ProcessInstanceState.TERMINATED);
  }

  private boolean hasIncident(long instance) {
    return client.newProcessInstanceGetRequest(instance).send().join().getHasIncident();
  }

  /** How often the loop has gone round. */
  private long rounds(long loop) {
    return client
        .newElementInstanceSearchRequest()
        .filter(f -> f.processInstanceKey(loop).elementId("Count"))
        .page(p -> p.limit(1))
        .send()
        .join()
        .page()
        .totalItems();
  }

  private ProcessInstanceState state(long instance) {
    return client.newProcessInstanceGetRequest(instance).send().join().getState();
  }

  /** Starts and completes so many instances, each command after the answer to the one before. */
  private void doWork(int instances) {
    for (int i = 0; i < instances; i++) {
      create(client, "callback", Map.of());
      List<ActivatedJob> jobs =
          client
              .newActivateJobsCommand()
              .jobType("call")
              .maxJobsToActivate(1)
              .send()
              .join()
              .getJobs();
      assertThat(jobs).hasSize(1);
      client.newCompleteCommand(jobs.get(0)).send().join();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLargeMultiInstanceLetsOthersGoOnMeanwhile(boolean sequential) {
    int many = 20_000;
    deploy(scripts(sequential));
    List<Integer> items = IntStream.range(0, many).boxed().toList();
    long large = create(client, "large", Map.of("items", items));
    doWork(2);
    assertThat(state(large)).isEqualTo(ProcessInstanceState.ACTIVE);
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> state(large) == ProcessInstanceState.COMPLETED);
    assertThat(results(large)).startsWith("[0,2,4,").endsWith("," + 2 * (many - 1) + "]");
  }

  @Test
  void aLargeMultiInstanceIsCancelledWhileOthersGoOn() {
    deploy(waiting());
    List<Integer> items = IntStream.range(0, 20_000).boxed().toList();
    long large = create(client, "large", Map.of("items", items));
    client.newCancelInstanceCommand(large).send().join();
    doWork(5);
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> state(large) == ProcessInstanceState.TERMINATED);
    assertThat(
            client
                .newActivateJobsCommand()
                .jobType("each")
                .maxJobsToActivate(1)
                .requestTimeout(Duration.ofMillis(-1))
                .send()
                .join()
                .getJobs())
        .isEmpty();
  }

  private String results(long instance) {
    long variable =
        client
            .newVariableSearchRequest()
            .filter(f -> f.scopeKey(instance).name("results"))
            .send()
            .join()
            .items()
            .get(0)
            .getVariableKey();
    return client.newVariableGetRequest(variable).send().join().getValue();
  }

  private static BpmnModelInstance scripts(boolean sequential) {
    return Bpmn.createExecutableProcess("large")
        .startEvent()
        .scriptTask(
            "Double",
            t ->
                t.zeebeExpression("item * 2")
                    .zeebeResultVariable("result")
                    .zeebeInputExpression("null", "result")
                    .multiInstance(m -> overItems(m, sequential)))
        .endEvent()
        .done();
  }

  private static BpmnModelInstance waiting() {
    return Bpmn.createExecutableProcess("large")
        .startEvent()
        .serviceTask("Each", t -> t.zeebeJobType("each").multiInstance(m -> overItems(m, false)))
        .endEvent()
        .done();
  }

  private static void overItems(MultiInstanceLoopCharacteristicsBuilder loop, boolean sequential) {
    loop.zeebeInputCollectionExpression("items")
        .zeebeInputElement("item")
        .zeebeOutputCollection("results")
        .zeebeOutputElementExpression("result");
    if (sequential) {
      loop.sequential();
    }
  }
}

package city.whistle.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.TestDatabase;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EmbeddedEngineTest {

  private static final BpmnModelInstance CALL =
      Bpmn.createExecutableProcess("callback")
          .startEvent()
          .serviceTask("call", task -> task.zeebeJobType("call"))
          .endEvent()
          .done();

  private final String database = TestDatabase.url();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void servesCamundasClientOverBothProtocols(boolean rest) {
    try (EmbeddedEngine engine = start();
        CamundaClient client = client(engine, rest)) {
      client.newDeployResourceCommand().addProcessModel(CALL, "callback.bpmn").send().join();
      long instance = create(client).getProcessInstanceKey();
      complete(client, activate(client));
      ProcessInstance found = client.newProcessInstanceGetRequest(instance).send().join();
      assertThat(found.getState()).isEqualTo(ProcessInstanceState.COMPLETED);
    }
  }

  @Test
  void goesOnAfterARestart() {
    try (EmbeddedEngine engine = start();
        CamundaClient client = client(engine, true)) {
      client.newDeployResourceCommand().addProcessModel(CALL, "callback.bpmn").send().join();
      create(client);
      assertThat(activate(client)).hasSize(1);
    }
    try (EmbeddedEngine engine = start();
        CamundaClient client = client(engine, false)) {
      List<ActivatedJob> jobs = activate(client);
      assertThat(jobs).singleElement().satisfies(this::hasItsVariables);
      complete(client, jobs);
      create(client);
    }
  }

  private void hasItsVariables(ActivatedJob job) {
    assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("caseId", 12));
  }

  @Test
  void saysWhichPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      assertThatThrownBy(builder().restPort(port)::start)
          .isInstanceOf(EngineStartException.class)
          .hasMessageContaining("Port " + port + " on 127.0.0.1 for the REST API")
          .hasMessageEndingWith("choose another with restPort.");
      assertThatThrownBy(builder().grpcPort(port)::start)
          .hasMessageContaining("Port " + port + " on 127.0.0.1 for the gRPC gateway")
          .hasMessageEndingWith("choose another with grpcPort.");
      assertThatThrownBy(builder().managementPort(port)::start)
          .hasMessageContaining("Port " + port + " on 127.0.0.1 for management")
          .hasMessageEndingWith("choose another with managementPort.");
    }
  }

  @Test
  void saysThatItsDatabaseIsNotThere() {
    EmbeddedEngine.Builder nowhere =
        EmbeddedEngine.builder().database("jdbc:postgresql://127.0.0.1:1/nothing", "a", "b");
    assertThatThrownBy(nowhere::start)
        .isInstanceOf(EngineStartException.class)
        .hasMessageStartingWith("The engine's database can't be used: ");
  }

  private EmbeddedEngine start() {
    return builder().start();
  }

  private EmbeddedEngine.Builder builder() {
    return EmbeddedEngine.builder()
        .database(database, null, null)
        .restPort(0)
        .grpcPort(0)
        .managementPort(0);
  }

  private static CamundaClient client(EmbeddedEngine engine, boolean rest) {
    return CamundaClient.newClientBuilder()
        .restAddress(engine.restAddress())
        .grpcAddress(engine.grpcAddress())
        .preferRestOverGrpc(rest)
        .build();
  }

  private static ProcessInstanceEvent create(CamundaClient client) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("callback")
        .latestVersion()
        .variables(Map.of("caseId", 12))
        .send()
        .join();
  }

  private static List<ActivatedJob> activate(CamundaClient client) {
    return client
        .newActivateJobsCommand()
        .jobType("call")
        .maxJobsToActivate(5)
        .timeout(Duration.ofMinutes(1))
        .send()
        .join()
        .getJobs();
  }

  private static void complete(CamundaClient client, List<ActivatedJob> jobs) {
    jobs.forEach(job -> client.newCompleteCommand(job).send().join());
  }
}

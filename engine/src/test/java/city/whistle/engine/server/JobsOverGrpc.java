package city.whistle.engine.server;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.command.MoveClock;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ActivateJobsCommandStep1.ActivateJobsCommandStep3;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivateJobsResponse;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.grpc.Status;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** An engine with a process of one job, and a client that speaks gRPC to it. */
abstract class JobsOverGrpc {

  static final String TYPE = "case.register";
  static final Duration LONG = Duration.ofSeconds(40);

  static final BpmnModelInstance MODEL =
      Bpmn.createExecutableProcess("complaint-case")
          .startEvent("CaseReceived")
          .serviceTask(
              "RegisterCase", task -> task.zeebeJobType(TYPE).zeebeTaskHeader("channel", "hotline"))
          .endEvent("CaseRegistered")
          .done();
  static EmbeddedEngine engine;

  CamundaClient client;

  @BeforeAll
  static void start() {
    engine =
        EmbeddedEngine.builder()
            .database(TestDatabase.url(), null, null)
            .restPort(0)
            .grpcPort(0)
            .managementPort(0)
            .testing()
            .start();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void deploy() {
    client = newClient();
    client.newDeployResourceCommand().addProcessModel(MODEL, "complaint-case.bpmn").send().join();
  }

  @AfterEach
  void clear() {
    client.close();
    engine.engine().submit(new MoveClock.Reset()).join();
    engine.engine().purge().join();
  }

  CamundaFuture<ActivateJobsResponse> activate(Duration wait) {
    return request(wait).send();
  }

  ActivateJobsCommandStep3 request(Duration wait) {
    ActivateJobsCommandStep3 request =
        client.newActivateJobsCommand().jobType(TYPE).maxJobsToActivate(10);
    request.requestTimeout(wait);
    return request;
  }

  static Status.Code code(Throwable refused) {
    return ((ClientStatusException) refused).getStatusCode();
  }

  static CamundaClient newClient() {
    return CamundaClient.newClientBuilder()
        .restAddress(engine.restAddress())
        .grpcAddress(engine.grpcAddress())
        .preferRestOverGrpc(false)
        .build();
  }
}

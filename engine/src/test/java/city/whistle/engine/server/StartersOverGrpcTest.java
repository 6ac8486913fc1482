package city.whistle.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.response.ProcessInstanceResult;
import io.grpc.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Those who start an instance over gRPC and wait for its result. */
@Timeout(60)
class StartersOverGrpcTest extends JobsOverGrpc {

  @Test
  void bringAboutTheResultThatAStarterWaitsFor() {
    CamundaFuture<ProcessInstanceResult> result =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("complaint-case")
            .latestVersion()
            .variables(Map.of("caseId", "BJ-1"))
            .withResult()
            .fetchVariables("settled")
            .requestTimeout(LONG)
            .send();
    long job = activate(LONG).join().getJobs().get(0).getKey();
    client.newCompleteCommand(job).variables(Map.of("settled", true)).send().join();

    assertThat(result.join().getVariablesAsMap()).isEqualTo(Map.of("settled", true));
  }

  @Test
  void leaveAStarterWithoutResultWhereTheInstanceIsCancelled() {
    CamundaFuture<ProcessInstanceResult> result =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("complaint-case")
            .latestVersion()
            .withResult()
            .requestTimeout(LONG)
            .send();
    long instance = activate(LONG).join().getJobs().get(0).getProcessInstanceKey();
    client.newCancelInstanceCommand(instance).send().join();

    assertThatThrownBy(result::join)
        .satisfies(refused -> assertThat(code(refused)).isEqualTo(Status.Code.FAILED_PRECONDITION));
  }
}

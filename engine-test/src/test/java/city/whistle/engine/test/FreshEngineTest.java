package city.whistle.engine.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshEngine.class)
class FreshEngineTest {

  @Test
  void startsEmpty(CamundaClient client) {
    assertThat(client.newProcessDefinitionSearchRequest().send().join().items()).isEmpty();
  }

  @Test
  void firesATimerWhenTimeIncreases(CamundaClient client, EngineUnderTest engine) {
    engine.letPollsWait();
    client
        .newDeployResourceCommand()
        .addProcessModel(Models.CALLBACK, "callback.bpmn")
        .send()
        .join();
    var result =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("callback")
            .latestVersion()
            .withResult()
            .send();
    long job =
        client
            .newActivateJobsCommand()
            .jobType("callback.call")
            .maxJobsToActivate(1)
            .send()
            .join()
            .getJobs()
            .get(0)
            .getKey();
    client.newCompleteCommand(job).variable("reached", true).send().join();

    engine.increaseTime(Duration.ofDays(1));

    assertThat(result.join().getVariablesAsMap()).containsEntry("reached", true);
  }
}

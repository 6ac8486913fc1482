package city.whistle.engine.test;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import io.camunda.process.test.api.CamundaProcessTestContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CamundaProcessTest
class PlainProcessTest {

  private CamundaClient client;
  private CamundaProcessTestContext context;

  @BeforeEach
  void deploy() {
    client
        .newDeployResourceCommand()
        .addProcessModel(Models.CALLBACK, "callback.bpmn")
        .send()
        .join();
  }

  @Test
  void completesAJob() {
    ProcessInstanceEvent instance = start();

    context.completeJob("callback.call", Map.of("reached", true));

    assertThat(instance)
        .isActive()
        .hasCompletedElements("CallResident")
        .hasActiveElements("DayPassed")
        .hasVariable("reached", true);
  }

  @Test
  void firesATimerWhenTimeIncreases() {
    ProcessInstanceEvent instance = start();
    context.completeJob("callback.call");

    context.increaseTime(Duration.ofDays(1));

    assertThat(instance).isCompleted().hasCompletedElements("DayPassed", "CallbackRecorded");
  }

  @Test
  void startsWithNothingOfOtherTests() {
    ProcessInstanceEvent instance = start();

    assertThat(instance).hasActiveElements("CallResident");
    org.assertj.core.api.Assertions.assertThat(
            client.newProcessInstanceSearchRequest().send().join().items())
        .hasSize(1);
  }

  private ProcessInstanceEvent start() {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("callback")
        .latestVersion()
        .send()
        .join();
  }
}

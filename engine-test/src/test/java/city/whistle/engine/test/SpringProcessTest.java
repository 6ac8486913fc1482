package city.whistle.engine.test;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaSpringProcessTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@SpringBootTest
@CamundaSpringProcessTest
class SpringProcessTest {

  @Autowired private CamundaClient client;
  @Autowired private CamundaProcessTestContext context;

  @BeforeEach
  void deploy() {
    client
        .newDeployResourceCommand()
        .addProcessModel(Models.CALLBACK, "callback.bpmn")
        .send()
        .join();
  }

  @Test
  void hasWorkersDoTheJobs() {
    ProcessInstanceEvent instance = start();

    assertThat(instance).hasActiveElements("DayPassed").hasVariable("answer", "called BJ-1");
  }

  @Test
  void firesATimerWhenTimeIncreases() {
    ProcessInstanceEvent instance = start();
    assertThat(instance).hasActiveElements("DayPassed");

    context.increaseTime(Duration.ofDays(1));

    assertThat(instance).isCompleted();
  }

  private ProcessInstanceEvent start() {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("callback")
        .latestVersion()
        .variables(Map.of("caseId", "BJ-1"))
        .send()
        .join();
  }

  @Configuration
  @EnableAutoConfiguration
  @Import(Caller.class)
  static class Application {}

  /** Calls residents. */
  public static class Caller {

    @JobWorker(type = "callback.call")
    public Map<String, Object> call(@Variable String caseId) {
      return Map.of("answer", "called " + caseId);
    }
  }
}

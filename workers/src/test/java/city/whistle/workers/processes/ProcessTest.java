package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.response.Incident;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * A process of the models on the engine: the tests act as its people and as the resident, stubs as
 * its workers.
 */
abstract class ProcessTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  CamundaClient client;
  CamundaProcessTestContext context;
  StubWorkers workers;

  @BeforeAll
  static void waitOnABusyMachine() {
    CamundaAssert.setAssertionTimeout(PATIENCE);
  }

  @BeforeEach
  void deployModels() {
    ModelFiles.deploy(client);
    workers = new StubWorkers(context, client);
  }

  @AfterEach
  void closeWorkers() {
    workers.close();
  }

  @AfterEach
  void leavesNoIncident() {
    Assertions.assertThat(
            client
                .newIncidentSearchRequest()
                .filter(filter -> filter.state(IncidentState.ACTIVE))
                .send()
                .join()
                .items())
        .extracting(Incident::getElementId, Incident::getErrorMessage)
        .isEmpty();
  }

  ProcessInstanceEvent start(String processId, String variables) {
    workers.open();
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(processId)
        .latestVersion()
        .variables(Json.members(variables))
        .send()
        .join();
  }

  /** Completes one open task of this element as soon as there is one. */
  void complete(String elementId, String variables) {
    context.completeUserTask(elementId, Json.members(variables));
  }

  void complete(String elementId) {
    complete(elementId, "{}");
  }

  void publish(String message, String correlationKey, String variables) {
    workers.publish(message, correlationKey, Json.members(variables));
  }

  /** Waits until the process stands at these elements, then lets the time pass. */
  void pass(ProcessInstanceAssert process, Duration time, String... elements) {
    process.hasActiveElements(elements);
    context.increaseTime(time);
  }

  static ProcessInstanceAssert called(String processId) {
    return assertThat(byProcessId(processId));
  }
}

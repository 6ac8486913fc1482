package city.whistle.engine.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTest;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaSpringProcessTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

/** A process test class that comes after others have used the engine. */
@ExtendWith(FreshEngine.class)
class FirstProcessTestTest {

  @ParameterizedTest
  @ValueSource(classes = {Plain.class, Inheriting.class, Spring.class})
  void findsNothingOfThem(Class<?> testClass, CamundaClient client, EngineUnderTest engine) {
    client
        .newDeployResourceCommand()
        .addProcessModel(Models.CALLBACK, "callback.bpmn")
        .send()
        .join();
    client.newCreateInstanceCommand().bpmnProcessId("callback").latestVersion().send().join();
    engine.increaseTime(Duration.ofHours(1));

    SummaryGeneratingListener result = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(testClass)).build(),
            result);

    assertThat(result.getSummary().getFailures()).isEmpty();
    assertThat(result.getSummary().getTestsSucceededCount()).isEqualTo(1);
  }

  private static void assertAsNew(CamundaClient client, CamundaProcessTestContext context) {
    assertThat(client.newProcessInstanceSearchRequest().send().join().items()).isEmpty();
    assertThat(context.getCurrentTime()).isBefore(Instant.now().plus(Duration.ofMinutes(30)));
  }

  @CamundaProcessTest
  static class Plain {

    CamundaClient client;
    CamundaProcessTestContext context;

    @Test
    void isAsNew() {
      assertAsNew(client, context);
    }
  }

  static class Inheriting extends Plain {}

  @SpringBootTest(classes = Application.class)
  @CamundaSpringProcessTest
  static class Spring {

    @Autowired private CamundaClient client;
    @Autowired private CamundaProcessTestContext context;

    @Test
    void isAsNew() {
      assertAsNew(client, context);
    }
  }

  @Configuration
  @EnableAutoConfiguration
  static class Application {}
}

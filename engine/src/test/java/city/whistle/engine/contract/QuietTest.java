package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.TestDatabase;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What those find in their log who embed the engine. */
@Timeout(300)
class QuietTest {

  private static final Duration LONGEST_POLL = Duration.ofMillis(300);
  private static final Pattern INFORMATION =
      Pattern.compile("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO .*");

  @Test
  void theLogHasNeitherWarningsNorBannersNorTips() throws Exception {
    String database = TestDatabase.url();
    EngineProcess engine = EngineProcess.start(database, LONGEST_POLL, "info");
    use(engine, true);
    use(engine, false);

    assertThat(engine.end())
        .allMatch(INFORMATION.asMatchPredicate(), "is one line of information")
        .noneMatch(line -> line.contains("jOOQ"));
  }

  @Test
  void aSecondStartOnTheSameDatabaseWarnsOfNothing() throws Exception {
    String database = TestDatabase.url();
    EngineProcess.start(database, LONGEST_POLL).end();

    assertThat(EngineProcess.start(database, LONGEST_POLL).end()).isEmpty();
  }

  private static void use(EngineProcess engine, boolean overRest) {
    try (CamundaClient client =
        engine
            .clientBuilder()
            .preferRestOverGrpc(overRest)
            .defaultRequestTimeout(Duration.ofMinutes(1))
            .build()) {
      client
          .newDeployResourceCommand()
          .addProcessModel(
              Bpmn.createExecutableProcess("quiet")
                  .startEvent()
                  .serviceTask("Work", task -> task.zeebeJobType("quiet"))
                  .endEvent()
                  .done(),
              "quiet.bpmn")
          .send()
          .join();
      client.newCreateInstanceCommand().bpmnProcessId("quiet").latestVersion().send().join();
      client.newActivateJobsCommand().jobType("quiet").maxJobsToActivate(1).send().join();
      client.newProcessInstanceSearchRequest().send().join();
    }
  }
}

package city.whistle.workers.process;

import static org.awaitility.Awaitility.await;

import city.whistle.engine.test.EngineUnderTest;
import city.whistle.engine.test.FreshEngine;
import city.whistle.workers.Registry;
import city.whistle.workers.TestDatabase;
import city.whistle.workers.WaitingPolls;
import city.whistle.workers.WorkersModule;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Real workers on the real engine; a test does the tasks of its people. The application ends with
 * its class: one that Spring kept would go on to take the jobs of the classes that come after.
 */
@SpringBootTest(
    classes = EngineWithWorkers.Application.class,
    properties = "whistle.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
@DirtiesContext
@Tag("real-workers")
@ExtendWith(FreshEngine.class)
abstract class EngineWithWorkers {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired Registry registry;
  @Autowired CamundaClient client;

  @DynamicPropertySource
  static void engine(DynamicPropertyRegistry properties) {
    properties.add("camunda.client.rest-address", EngineUnderTest.get()::restAddress);
    properties.add("camunda.client.grpc-address", EngineUnderTest.get()::grpcAddress);
  }

  /** Does one open task of this id as somebody of its unit would. */
  void complete(String elementId, Map<String, Object> variables) {
    UserTask task =
        await().atMost(PATIENCE).until(() -> open(elementId), tasks -> !tasks.isEmpty()).get(0);
    client.newAssignUserTaskCommand(task.getUserTaskKey()).assignee(staff()).send().join();
    client.newCompleteUserTaskCommand(task.getUserTaskKey()).variables(variables).send().join();
  }

  List<UserTask> open(String elementId) {
    return client
        .newUserTaskSearchRequest()
        .filter(f -> f.elementId(elementId).state(UserTaskState.CREATED))
        .send()
        .join()
        .items();
  }

  private static String staff() {
    return "staff-" + UUID.randomUUID().toString().substring(0, 4);
  }

  @EnableAutoConfiguration
  @Import({WorkersModule.class, Registry.class, WaitingPolls.class})
  static class Application {

    @Bean
    DataSource dataSource() {
      return DataSourceBuilder.create().url(TestDatabase.url()).build();
    }
  }
}

package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.postgres.PostgresServer;
import city.whistle.engine.server.EmbeddedEngine;
import city.whistle.workers.camunda.CamundaTasksOfInstances;
import city.whistle.workers.stuck.TasksOfInstances.OpenTask;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the engine in this program says of open tasks, beside what its API says. */
class EmbeddedTasksTest {

  private static final BpmnModelInstance MODEL =
      Bpmn.createExecutableProcess("two-tasks")
          .startEvent()
          .parallelGateway("both")
          .userTask("named", task -> task.name("有名字的"))
          .zeebeUserTask()
          .zeebeCandidateGroups("street:110102009, agent")
          .zeebeDueDate("2026-12-01T17:00:00+08:00")
          .endEvent()
          .moveToNode("both")
          .userTask("nameless")
          .zeebeUserTask()
          .zeebeAssignee("=who")
          .endEvent()
          .done();

  private static PostgresServer postgres;
  private static EmbeddedEngine engine;
  private static CamundaClient client;
  private static EmbeddedTasks tasks;

  @BeforeAll
  static void start() {
    postgres = PostgresServer.temporary();
    engine =
        EmbeddedEngine.builder()
            .database(postgres.createDatabase("tasks"), null, null)
            .restPort(0)
            .grpcPort(0)
            .managementPort(0)
            .start();
    client =
        CamundaClient.newClientBuilder()
            .restAddress(engine.restAddress())
            .grpcAddress(engine.grpcAddress())
            .build();
    client.newDeployResourceCommand().addProcessModel(MODEL, "two-tasks.bpmn").send().join();
    tasks = new EmbeddedTasks(engine);
  }

  @AfterAll
  static void stop() {
    client.close();
    engine.close();
    postgres.close();
  }

  @Test
  void areTheSameWhicheverWayTheEngineIsAsked() {
    List<Long> instances = List.of(begun("li"), begun(""), begun(null), ended());

    Map<Long, List<OpenTask>> found = tasks.of(instances);

    assertThat(found).isEqualTo(new CamundaTasksOfInstances(client).of(instances));
    assertThat(found).containsOnlyKeys(instances.subList(0, 3));
    assertThat(found.get(instances.get(0))).extracting(OpenTask::assignee).contains("li");
    assertThat(found.get(instances.get(1)))
        .extracting(OpenTask::element)
        .containsExactlyInAnyOrder("named", "nameless");
  }

  @Test
  void areThereForMoreInstancesThanOneQuestionNames() {
    long first = begun("first");
    long last = begun("last");
    List<Long> instances = new ArrayList<>(LongStream.range(1, 250).boxed().toList());
    instances.add(0, first);
    instances.add(last);
    instances.add(last);

    Map<Long, List<OpenTask>> found = tasks.of(instances);

    assertThat(found).containsOnlyKeys(first, last);
    assertThat(found.get(last)).hasSize(2);
  }

  @Test
  void areNoneOfNoInstance() {
    assertThat(tasks.of(List.of())).isEmpty();
  }

  private static long begun(String who) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("who", who);
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("two-tasks")
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private static long ended() {
    long instance = begun("who leaves");
    client.newCancelInstanceCommand(instance).send().join();
    return instance;
  }
}

package city.whistle.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.server.EmbeddedEngine;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** An engine and Camunda's client, which speaks to it over REST. */
abstract class EngineOverRest {

  static EmbeddedEngine engine;
  static CamundaClient client;

  @BeforeAll
  static void start() {
    engine =
        EmbeddedEngine.builder()
            .database(TestDatabase.url(), null, null)
            .restPort(0)
            .grpcPort(0)
            .managementPort(0)
            .testing()
            .longestRestPoll(Duration.ofMillis(200))
            .start();
    client =
        CamundaClient.newClientBuilder()
            .restAddress(engine.restAddress())
            .preferRestOverGrpc(true)
            .build();
  }

  @AfterAll
  static void stop() {
    client.close();
    engine.close();
  }

  static long deploy(BpmnModelInstance model, String name) {
    return client
        .newDeployResourceCommand()
        .addProcessModel(model, name + ".bpmn")
        .send()
        .join()
        .getProcesses()
        .get(0)
        .getProcessDefinitionKey();
  }

  static long start(String processId, Map<String, Object> variables) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(processId)
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  static ActivatedJob activate(String type) {
    List<ActivatedJob> jobs =
        client
            .newActivateJobsCommand()
            .jobType(type)
            .maxJobsToActivate(1)
            .timeout(Duration.ofMinutes(1))
            .requestTimeout(Duration.ofSeconds(5))
            .send()
            .join()
            .getJobs();
    assertThat(jobs).hasSize(1);
    return jobs.get(0);
  }

  static BpmnModelInstance oneJob(String processId, String type) {
    return Bpmn.createExecutableProcess(processId)
        .name("Process " + processId)
        .startEvent("start")
        .serviceTask("work", task -> task.zeebeJobType(type).zeebeTaskHeader("unit", "water"))
        .endEvent("end")
        .done();
  }

  static ProcessInstance instance(long key) {
    return client.newProcessInstanceGetRequest(key).send().join();
  }
}

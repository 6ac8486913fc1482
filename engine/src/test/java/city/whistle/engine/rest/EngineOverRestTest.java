package city.whistle.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.server.EmbeddedEngine;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.EvaluateDecisionResponse;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.DecisionInstance;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.MessageSubscription;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.ProcessInstanceCallHierarchyEntryResponse;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole engine, used by Camunda's client over REST. Each test has a process of its own. */
class EngineOverRestTest {

  private static EmbeddedEngine engine;
  private static CamundaClient client;

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

  private static long deploy(BpmnModelInstance model, String name) {
    return client
        .newDeployResourceCommand()
        .addProcessModel(model, name + ".bpmn")
        .send()
        .join()
        .getProcesses()
        .get(0)
        .getProcessDefinitionKey();
  }

  private static long start(String processId, Map<String, Object> variables) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(processId)
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private static ActivatedJob activate(String type) {
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

  private static BpmnModelInstance oneJob(String processId, String type) {
    return Bpmn.createExecutableProcess(processId)
        .name("Process " + processId)
        .startEvent("start")
        .serviceTask("work", task -> task.zeebeJobType(type).zeebeTaskHeader("unit", "water"))
        .endEvent("end")
        .done();
  }

  private static ProcessInstance instance(long key) {
    return client.newProcessInstanceGetRequest(key).send().join();
  }

  @Test
  void runsAnInstanceToItsEnd() {
    long definition = deploy(oneJob("rest-one-job", "rest-work"), "one-job");
    long key = start("rest-one-job", Map.of("street", "展览路"));
    ActivatedJob job = activate("rest-work");
    assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("street", "展览路"));
    assertThat(job.getCustomHeaders()).containsEntry("unit", "water");
    client.newCompleteCommand(job).variables(Map.of("contacted", true)).send().join();

    assertThat(instance(key).getState()).isEqualTo(ProcessInstanceState.COMPLETED);
    assertThat(instance(key).getProcessDefinitionName()).isEqualTo("Process rest-one-job");
    List<ElementInstance> elements =
        client
            .newElementInstanceSearchRequest()
            .filter(f -> f.processInstanceKey(key))
            .send()
            .join()
            .items();
    assertThat(elements)
        .extracting(ElementInstance::getElementId)
        .containsExactly("start", "work", "end");
    assertThat(elements).allMatch(e -> e.getState() == ElementInstanceState.COMPLETED);
    assertThat(
            client
                .newVariableSearchRequest()
                .filter(f -> f.processInstanceKey(key))
                .sort(s -> s.name().asc())
                .send()
                .join()
                .items())
        .extracting(Variable::getName, Variable::getValue)
        .containsExactly(tuple("contacted", "true"), tuple("street", "\"展览路\""));
    assertThat(client.newProcessInstanceSequenceFlowsRequest(key).send().join()).hasSize(2);
    assertThat(client.newProcessDefinitionGetXmlRequest(definition).send().join())
        .contains("rest-one-job");
  }

  @Test
  void awaitsAResult() {
    deploy(
        Bpmn.createExecutableProcess("rest-result")
            .startEvent()
            .scriptTask("sum", t -> t.zeebeExpression("a + 1").zeebeResultVariable("b"))
            .endEvent()
            .done(),
        "result");
    assertThat(
            client
                .newCreateInstanceCommand()
                .bpmnProcessId("rest-result")
                .latestVersion()
                .variables(Map.of("a", 1))
                .withResult()
                .fetchVariables("b")
                .send()
                .join()
                .getVariablesAsMap())
        .isEqualTo(Map.of("b", 2));
  }

  @Test
  void showsAnIncidentAndResolvesIt() {
    deploy(oneJob("rest-incident", "rest-fail"), "incident");
    long key = start("rest-incident", Map.of());
    client.newFailCommand(activate("rest-fail")).retries(0).errorMessage("no pump").send().join();
    List<Incident> incidents =
        client
            .newIncidentSearchRequest()
            .filter(f -> f.processInstanceKey(key))
            .send()
            .join()
            .items();
    assertThat(incidents).hasSize(1);
    assertThat(incidents.get(0).getErrorType()).isEqualTo(IncidentErrorType.JOB_NO_RETRIES);
    assertThat(incidents.get(0).getErrorMessage()).contains("no pump");
    assertThat(instance(key).getHasIncident()).isTrue();

    client.newUpdateRetriesCommand(incidents.get(0).getJobKey()).retries(1).send().join();
    client.newResolveIncidentCommand(incidents.get(0).getIncidentKey()).send().join();
    assertThat(instance(key).getHasIncident()).isFalse();
    client.newCompleteCommand(activate("rest-fail")).send().join();
    assertThat(instance(key).getState()).isEqualTo(ProcessInstanceState.COMPLETED);
  }

  @Test
  void letsPeopleDoTheirTasks() {
    deploy(
        Bpmn.createExecutableProcess("rest-user-task")
            .startEvent()
            .userTask(
                "report",
                t -> t.name("Report").zeebeUserTask().zeebeCandidateGroups("unit-6, district"))
            .endEvent()
            .done(),
        "user-task");
    long key = start("rest-user-task", Map.of("street", "展览路"));
    List<UserTask> tasks =
        client
            .newUserTaskSearchRequest()
            .filter(
                f ->
                    f.candidateGroup("unit-6")
                        .state(UserTaskState.CREATED)
                        .processInstanceKey(key)
                        .processInstanceVariables(Map.of("street", "\"展览路\"")))
            .send()
            .join()
            .items();
    assertThat(tasks).hasSize(1);
    long task = tasks.get(0).getUserTaskKey();
    assertThat(tasks.get(0).getName()).isEqualTo("Report");
    assertThat(client.newUserTaskVariableSearchRequest(task).send().join().items()).hasSize(1);

    client.newAssignUserTaskCommand(task).assignee("wang").send().join();
    assertThat(client.newUserTaskGetRequest(task).send().join().getAssignee()).isEqualTo("wang");
    client.newCompleteUserTaskCommand(task).variables(Map.of("settled", true)).send().join();
    assertThat(client.newUserTaskGetRequest(task).send().join().getState())
        .isEqualTo(UserTaskState.COMPLETED);
    assertThat(instance(key).getState()).isEqualTo(ProcessInstanceState.COMPLETED);
  }

  @Test
  void showsWhoWaitsForAMessageAndWhomItReached() {
    deploy(
        Bpmn.createExecutableProcess("rest-message")
            .startEvent()
            .intermediateCatchEvent(
                "reported",
                e -> e.message(m -> m.name("rest-reported").zeebeCorrelationKeyExpression("id")))
            .endEvent()
            .done(),
        "message");
    long key = start("rest-message", Map.of("id", "w1"));
    List<MessageSubscription> waiting =
        client
            .newMessageSubscriptionSearchRequest()
            .filter(f -> f.processInstanceKey(key))
            .send()
            .join()
            .items();
    assertThat(waiting).hasSize(1);
    assertThat(waiting.get(0).getCorrelationKey()).isEqualTo("w1");
    assertThat(
            client
                .newCorrelateMessageCommand()
                .messageName("rest-reported")
                .correlationKey("w1")
                .send()
                .join()
                .getProcessInstanceKey())
        .isEqualTo(key);
    assertThat(
            client
                .newCorrelatedMessageSubscriptionSearchRequest()
                .filter(f -> f.processInstanceKey(key))
                .send()
                .join()
                .items())
        .hasSize(1);
    assertThat(instance(key).getState()).isEqualTo(ProcessInstanceState.COMPLETED);
  }

  @Test
  void evaluatesADecisionAndRemembersIt() {
    DeploymentEvent deployed =
        client
            .newDeployResourceCommand()
            .addResourceFromClasspath("decision/dish.dmn")
            .send()
            .join();
    String id = deployed.getDecisions().get(0).getDmnDecisionId();
    EvaluateDecisionResponse answer =
        client
            .newEvaluateDecisionCommand()
            .decisionId(id)
            .variables(Map.of("season", "Winter", "guestCount", 4))
            .send()
            .join();
    assertThat(answer.getEvaluatedDecisions()).isNotEmpty();
    List<DecisionInstance> remembered =
        client
            .newDecisionInstanceSearchRequest()
            .filter(f -> f.decisionDefinitionId(id))
            .send()
            .join()
            .items();
    assertThat(remembered).hasSize(1);
    assertThat(
            client
                .newDecisionInstanceGetRequest(remembered.get(0).getDecisionInstanceId())
                .send()
                .join()
                .getEvaluatedInputs())
        .isNotNull();
    long definition = deployed.getDecisions().get(0).getDecisionKey();
    assertThat(client.newDecisionDefinitionGetXmlRequest(definition).send().join()).contains(id);
  }

  @Test
  void cancelsAnInstanceOnlyOnce() {
    deploy(oneJob("rest-cancel", "rest-cancel"), "cancel");
    long key = start("rest-cancel", Map.of());
    client.newCancelInstanceCommand(key).send().join();
    assertThat(instance(key).getState()).isEqualTo(ProcessInstanceState.TERMINATED);
    assertThatThrownBy(() -> client.newCancelInstanceCommand(key).send().join())
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.details().getStatus()).isEqualTo(404));
  }

  @Test
  void tellsAllMistakesOfAModel() {
    assertThatThrownBy(
            () ->
                client
                    .newDeployResourceCommand()
                    .addResourceStringUtf8("<no-bpmn/>", "broken.bpmn")
                    .send()
                    .join())
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.details().getStatus()).isEqualTo(400);
              assertThat(e.details().getDetail()).contains("broken.bpmn");
            });
  }

  @Test
  void setsVariablesFromOutside() {
    deploy(oneJob("rest-variables", "rest-variables"), "variables");
    long key = start("rest-variables", Map.of("n", 1));
    client.newSetVariablesCommand(key).variables(Map.of("n", 2)).send().join();
    assertThat(activate("rest-variables").getVariablesAsMap()).isEqualTo(Map.of("n", 2));
  }

  @Test
  void givesATaskItsForm() {
    String form =
        "{\"id\":\"rest-form\",\"type\":\"default\",\"components\":[],\"schemaVersion\":16}";
    DeploymentEvent deployed =
        client
            .newDeployResourceCommand()
            .addResourceStringUtf8(form, "rest.form")
            .addProcessModel(
                Bpmn.createExecutableProcess("rest-form-task")
                    .startEvent()
                    .userTask("ask", t -> t.zeebeUserTask().zeebeFormId("rest-form"))
                    .endEvent()
                    .done(),
                "form-task.bpmn")
            .send()
            .join();
    long key = start("rest-form-task", Map.of());
    long task =
        client
            .newUserTaskSearchRequest()
            .filter(f -> f.processInstanceKey(key))
            .send()
            .join()
            .singleItem()
            .getUserTaskKey();
    assertThat(client.newUserTaskGetFormRequest(task).send().join().getSchema()).isEqualTo(form);
    long formKey = deployed.getForm().get(0).getFormKey();
    assertThat(client.newResourceContentGetRequest(formKey).send().join()).isEqualTo(form);
    assertThat(client.newResourceGetRequest(formKey).send().join().getResourceName())
        .isEqualTo("rest.form");
  }

  @Test
  void showsWhoCalledAnInstanceAndWhatHappenedInIt() {
    long definition = deploy(oneJob("rest-called", "rest-called"), "called");
    deploy(
        Bpmn.createExecutableProcess("rest-caller")
            .startEvent()
            .callActivity("call", c -> c.zeebeProcessId("rest-called"))
            .endEvent()
            .done(),
        "caller");
    long caller = start("rest-caller", Map.of());
    ActivatedJob job = activate("rest-called");
    client.newFailCommand(job).retries(0).errorMessage("no pump").send().join();
    long called = job.getProcessInstanceKey();

    assertThat(client.newProcessInstanceGetCallHierarchyRequest(called).send().join())
        .extracting(ProcessInstanceCallHierarchyEntryResponse::getProcessInstanceKey)
        .containsExactly(caller, called);
    assertThat(client.newIncidentsByProcessInstanceSearchRequest(caller).send().join().items())
        .hasSize(1);
    assertThat(instance(caller).getHasIncident()).isTrue();
    assertThat(client.newProcessDefinitionElementStatisticsRequest(definition).send().join())
        .anySatisfy(
            work -> {
              assertThat(work.getElementId()).isEqualTo("work");
              assertThat(work.getIncidents()).isEqualTo(1);
            });
    assertThat(client.newProcessInstanceElementStatisticsRequest(called).send().join()).hasSize(2);
  }
}

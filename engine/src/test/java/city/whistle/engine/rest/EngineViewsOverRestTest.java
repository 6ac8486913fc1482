package city.whistle.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.EvaluateDecisionResponse;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.DecisionInstance;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.MessageSubscription;
import io.camunda.client.api.search.response.ProcessInstanceCallHierarchyEntryResponse;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Camunda's client is shown over REST. Each test has a process of its own. */
class EngineViewsOverRestTest extends EngineOverRest {

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

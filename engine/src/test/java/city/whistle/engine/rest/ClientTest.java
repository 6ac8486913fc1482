package city.whistle.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.command.CancelInstance;
import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.CorrelateMessage;
import city.whistle.engine.command.CreateInstance;
import city.whistle.engine.command.DeployResources;
import city.whistle.engine.command.Deployed;
import city.whistle.engine.command.InstanceCreated;
import city.whistle.engine.command.MessageCorrelated;
import city.whistle.engine.command.MessagePublished;
import city.whistle.engine.command.PublishMessage;
import city.whistle.engine.command.ResolveIncident;
import city.whistle.engine.command.SetVariables;
import city.whistle.engine.command.VariablesSet;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Binding;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ProcessDefinition;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.ProcessInstanceResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Camunda's own client understands the answers, and the engine gets what the client meant. */
class ClientTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @RegisterExtension private static final RestFixture fixture = new RestFixture();

  @Test
  void deploysFiles() {
    fixture.engine.answer(
        DeployResources.class,
        command ->
            new Deployed(
                1,
                List.of(
                    new ProcessDefinition(
                        2,
                        "case",
                        "Case",
                        3,
                        null,
                        "case.bpmn",
                        "00",
                        "<x/>",
                        1,
                        NOW,
                        null,
                        Binding.Type.LATEST,
                        null)),
                List.of(),
                List.of(),
                List.of()));
    DeploymentEvent deployed =
        fixture
            .client()
            .newDeployResourceCommand()
            .addResourceStringUtf8("<投诉/>", "case.bpmn")
            .send()
            .join();
    assertThat(deployed.getProcesses().get(0).getVersion()).isEqualTo(3);
    DeployResources command = (DeployResources) fixture.engine.lastCommand();
    assertThat(command.files().get(0).name()).isEqualTo("case.bpmn");
    assertThat(new String(command.files().get(0).content(), StandardCharsets.UTF_8))
        .isEqualTo("<投诉/>");
  }

  @Test
  void createsAnInstance() {
    fixture.engine.answer(
        CreateInstance.class,
        command -> new InstanceCreated(100, 10, "case", 1, List.of("city"), null));
    long key =
        fixture
            .client()
            .newCreateInstanceCommand()
            .bpmnProcessId("case")
            .latestVersion()
            .variables(Map.of("street", "展览路"))
            .tags("city")
            .send()
            .join()
            .getProcessInstanceKey();
    assertThat(key).isEqualTo(100);
    CreateInstance command = (CreateInstance) fixture.engine.lastCommand();
    assertThat(command.bpmnProcessId()).isEqualTo("case");
    assertThat(command.version()).isEqualTo(-1);
    assertThat(command.variables().members()).isEqualTo(Map.of("street", "展览路"));
    assertThat(command.tags()).containsExactly("city");
  }

  @Test
  void awaitsTheResultOfAnInstance() {
    fixture.engine.answer(
        CreateInstance.class,
        command ->
            new InstanceCreated(
                100,
                10,
                "case",
                1,
                List.of(),
                CompletableFuture.completedFuture(JsonValue.parse("{\"satisfied\":true}"))));
    ProcessInstanceResult result =
        fixture
            .client()
            .newCreateInstanceCommand()
            .bpmnProcessId("case")
            .latestVersion()
            .withResult()
            .fetchVariables("satisfied")
            .send()
            .join();
    assertThat(result.getVariablesAsMap()).containsEntry("satisfied", true);
    assertThat(((CreateInstance) fixture.engine.lastCommand()).fetchVariables())
        .containsExactly("satisfied");
  }

  @Test
  void tellsThatAResultIsNotThereInTime() {
    fixture.engine.answer(
        CreateInstance.class,
        command -> new InstanceCreated(100, 10, "case", 1, List.of(), new CompletableFuture<>()));
    assertThatThrownBy(
            () ->
                fixture
                    .client()
                    .newCreateInstanceCommand()
                    .bpmnProcessId("case")
                    .latestVersion()
                    .withResult()
                    .requestTimeout(Duration.ofMillis(20))
                    .send()
                    .join())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("did not complete within 20 ms; it goes on.");
  }

  @Test
  void cancelsAnInstance() {
    fixture.client().newCancelInstanceCommand(100).send().join();
    assertThat(fixture.engine.lastCommand()).isEqualTo(new CancelInstance(100));
  }

  @Test
  void publishesAndCorrelatesMessages() {
    fixture.engine.answer(PublishMessage.class, command -> new MessagePublished(8));
    fixture.engine.answer(CorrelateMessage.class, command -> new MessageCorrelated(9, 100));
    assertThat(
            fixture
                .client()
                .newPublishMessageCommand()
                .messageName("reported")
                .correlationKey("w1")
                .timeToLive(Duration.ofHours(2))
                .send()
                .join()
                .getMessageKey())
        .isEqualTo(8);
    assertThat(fixture.engine.lastCommand())
        .isEqualTo(
            new PublishMessage(
                "reported", "w1", Duration.ofHours(2), null, JsonValue.EMPTY_OBJECT));
    assertThat(
            fixture
                .client()
                .newCorrelateMessageCommand()
                .messageName("reported")
                .correlationKey("w1")
                .send()
                .join()
                .getProcessInstanceKey())
        .isEqualTo(100);
  }

  @Test
  void setsVariablesAndResolvesIncidents() {
    fixture.engine.answer(SetVariables.class, command -> VariablesSet.now(10));
    fixture
        .client()
        .newSetVariablesCommand(101)
        .variables(Map.of("n", 2))
        .local(true)
        .send()
        .join();
    assertThat(fixture.engine.lastCommand())
        .isEqualTo(new SetVariables(101, JsonValue.parse("{\"n\":2}"), true));
    fixture.client().newResolveIncidentCommand(3).send().join();
    assertThat(fixture.engine.lastCommand()).isEqualTo(new ResolveIncident(3));
  }

  @Test
  void passesARejectionOn() {
    fixture.engine.reject(CompleteJob.class, Rejection.notFound("no job 5"));
    assertThatThrownBy(() -> fixture.client().newCompleteCommand(5).send().join())
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.details().getStatus()).isEqualTo(404);
              assertThat(problem.details().getTitle()).isEqualTo("NOT_FOUND");
              assertThat(problem.details().getDetail()).isEqualTo("no job 5");
            });
  }

  @Test
  void letsTheClientSearchEverything() {
    assertThat(fixture.client().newProcessDefinitionSearchRequest().send().join().items())
        .isEmpty();
    assertThat(
            fixture
                .client()
                .newProcessInstanceSearchRequest()
                .filter(f -> f.processDefinitionId("case").variables(Map.of("n", 1)))
                .sort(s -> s.startDate().desc())
                .page(p -> p.limit(5))
                .send()
                .join()
                .items())
        .isEmpty();
    assertThat(fixture.client().newElementInstanceSearchRequest().send().join().items()).isEmpty();
    assertThat(fixture.client().newVariableSearchRequest().send().join().items()).isEmpty();
    assertThat(
            fixture
                .client()
                .newUserTaskSearchRequest()
                .filter(f -> f.candidateGroup("unit").assignee(a -> a.exists(false)))
                .send()
                .join()
                .items())
        .isEmpty();
    assertThat(fixture.client().newIncidentSearchRequest().send().join().items()).isEmpty();
    assertThat(fixture.client().newJobSearchRequest().send().join().items()).isEmpty();
    assertThat(fixture.client().newDecisionInstanceSearchRequest().send().join().items()).isEmpty();
    assertThat(fixture.client().newMessageSubscriptionSearchRequest().send().join().items())
        .isEmpty();
    assertThat(
            fixture.client().newCorrelatedMessageSubscriptionSearchRequest().send().join().items())
        .isEmpty();
  }
}

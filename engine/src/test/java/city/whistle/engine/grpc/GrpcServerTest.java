package city.whistle.engine.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.command.BroadcastSignal;
import city.whistle.engine.command.CancelInstance;
import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.CreateInstance;
import city.whistle.engine.command.InstanceCreated;
import city.whistle.engine.command.MessagePublished;
import city.whistle.engine.command.PublishMessage;
import city.whistle.engine.command.SetVariables;
import city.whistle.engine.command.SignalBroadcast;
import city.whistle.engine.command.VariablesSet;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.None;
import city.whistle.engine.outcome.Rejection;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.CommandWithOperationReferenceStep;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.client.api.response.Topology;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyRequest;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GrpcServerTest extends GrpcServerScene {

  @Test
  void showsItselfAsAHealthyClusterOfOne() {
    Topology topology = client.newTopologyRequest().send().join();

    assertThat(topology.getBrokers().get(0).getPartitions().get(0).getHealth())
        .isEqualTo(PartitionBrokerHealth.HEALTHY);
  }

  @Test
  void showsAnEngineThatCannotCommitAsUnhealthy() {
    engine.setHealthy(false);

    Topology topology = client.newTopologyRequest().send().join();

    assertThat(topology.getBrokers().get(0).getPartitions().get(0).getHealth())
        .isEqualTo(PartitionBrokerHealth.UNHEALTHY);
  }

  @Test
  void refusesCallsInTheNameOfAnotherServer() {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("localhost", server.port())
            .usePlaintext()
            .overrideAuthority("evil.example")
            .build();
    try {
      assertThatThrownBy(
              () ->
                  GatewayGrpc.newBlockingStub(channel)
                      .topology(TopologyRequest.newBuilder().build()))
          .hasMessageStartingWith("PERMISSION_DENIED")
          .hasMessageContaining("names another server");
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void startsAnInstance() throws Exception {
    engine.answer(CreateInstance.class, command -> created(null));

    ProcessInstanceEvent instance =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("complaint-case")
            .latestVersion()
            .variables(Map.of("caseId", "BJ-1"))
            .send()
            .join();

    assertThat(instance.getProcessInstanceKey()).isEqualTo(77);
    CreateInstance command = engine.next(CreateInstance.class);
    assertThat(command.version()).isEqualTo(-1);
    assertThat(command.variables()).isEqualTo(JsonValue.ofText("{\"caseId\":\"BJ-1\"}"));
  }

  @Test
  void answersWithTheResultOnceTheInstanceCompleted() throws Exception {
    CompletableFuture<JsonValue> result = new CompletableFuture<>();
    engine.answer(CreateInstance.class, command -> created(result));
    var answer =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("callback")
            .latestVersion()
            .withResult()
            .send();
    engine.next(CreateInstance.class);
    assertThat(answer.toCompletableFuture()).isNotDone();

    result.complete(JsonValue.ofText("{\"satisfied\":true}"));

    assertThat(answer.join().getVariablesAsMap()).containsEntry("satisfied", true);
  }

  @Test
  void givesUpWaitingForAResultAfterTheRequestsTimeout() {
    engine.answer(CreateInstance.class, command -> created(new CompletableFuture<>()));

    assertThatThrownBy(
            () ->
                client
                    .newCreateInstanceCommand()
                    .bpmnProcessId("callback")
                    .latestVersion()
                    .withResult()
                    .requestTimeout(Duration.ofMillis(50))
                    .send()
                    .join())
        .hasMessageContaining("did not complete within the request's timeout");
  }

  @Test
  void refusesVariablesThatAreNoObjectWithoutQuotingThem() {
    assertThatThrownBy(
            () ->
                client
                    .newCreateInstanceCommand()
                    .bpmnProcessId("complaint-case")
                    .latestVersion()
                    .variables("[\"secret\"]")
                    .send()
                    .join())
        .satisfies(refused -> assertThat(code(refused)).isEqualTo(Status.Code.INVALID_ARGUMENT))
        .hasMessageContaining("'variables'")
        .hasMessageNotContaining("secret");
  }

  @Test
  void refusesAnOperationReferenceBelow1() {
    Stream.<CommandWithOperationReferenceStep<? extends FinalCommandStep<?>>>of(
            client.newCancelInstanceCommand(1),
            client.newResolveIncidentCommand(1),
            client.newUpdateRetriesCommand(1).retries(1),
            client.newUpdateTimeoutCommand(1).timeout(1),
            client.newSetVariablesCommand(1).variables(Map.of()))
        .forEach(
            command ->
                assertThatThrownBy(() -> command.operationReference(0).send().join())
                    .satisfies(
                        refused ->
                            assertThat(code(refused)).isEqualTo(Status.Code.INVALID_ARGUMENT))
                    .hasMessageContaining("operationReference"));
  }

  @Test
  void tellsARefusalInCamundasWords() {
    engine.answer(
        CompleteJob.class,
        command -> {
          throw Rejection.notFound("There is no job with key 5.");
        });

    assertThatThrownBy(() -> client.newCompleteCommand(5).send().join())
        .satisfies(refused -> assertThat(code(refused)).isEqualTo(Status.Code.NOT_FOUND))
        .hasMessageContaining(
            "Command 'COMPLETE' rejected with code 'NOT_FOUND': There is no job with" + " key 5.");
  }

  @Test
  void passesOnWhatReachesInstances() throws Exception {
    engine.answer(PublishMessage.class, command -> new MessagePublished(8));
    engine.answer(BroadcastSignal.class, command -> new SignalBroadcast(9));
    engine.answer(SetVariables.class, command -> VariablesSet.now(10));
    engine.answer(CancelInstance.class, command -> None.NONE);

    client
        .newPublishMessageCommand()
        .messageName("case.urged")
        .correlationKey("BJ-1")
        .send()
        .join();
    client.newBroadcastSignalCommand().signalName("city.emergency").send().join();
    client.newSetVariablesCommand(3).variables(Map.of("urged", true)).local(true).send().join();
    client.newCancelInstanceCommand(4).send().join();

    assertThat(engine.next(PublishMessage.class).timeToLive()).isEqualTo(Duration.ofHours(1));
    assertThat(engine.next(BroadcastSignal.class).name()).isEqualTo("city.emergency");
    assertThat(engine.next(SetVariables.class).local()).isTrue();
    assertThat(engine.next(CancelInstance.class).processInstanceKey()).isEqualTo(4);
  }

  @Test
  void saysWhatIsNotThereYet() {
    assertThatThrownBy(() -> client.newDeleteResourceCommand(3).send().join())
        .satisfies(refused -> assertThat(code(refused)).isEqualTo(Status.Code.UNIMPLEMENTED))
        .hasMessageContaining("Deleting resources is not there yet");
  }

  private static Status.Code code(Throwable refused) {
    return ((ClientStatusException) refused).getStatusCode();
  }

  private static InstanceCreated created(CompletableFuture<JsonValue> result) {
    return new InstanceCreated(77, 66, "complaint-case", 1, List.of(), result);
  }
}

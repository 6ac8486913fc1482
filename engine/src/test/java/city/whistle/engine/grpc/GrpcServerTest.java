package city.whistle.engine.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.BroadcastSignal;
import city.whistle.engine.command.CancelInstance;
import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.CreateInstance;
import city.whistle.engine.command.FailJob;
import city.whistle.engine.command.InstanceCreated;
import city.whistle.engine.command.MessagePublished;
import city.whistle.engine.command.PublishMessage;
import city.whistle.engine.command.ReleaseJobs;
import city.whistle.engine.command.SetVariables;
import city.whistle.engine.command.SignalBroadcast;
import city.whistle.engine.command.ThrowJobError;
import city.whistle.engine.command.UpdateJob;
import city.whistle.engine.command.VariablesSet;
import city.whistle.engine.http.Door;
import city.whistle.engine.job.JobDispatcher;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.loop.FakeEngine;
import city.whistle.engine.outcome.None;
import city.whistle.engine.outcome.Rejection;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.CommandWithOperationReferenceStep;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivateJobsResponse;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.client.api.response.Topology;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyRequest;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GrpcServerTest {

  private static final String TYPE = "case.register";

  private final FakeEngine engine = new FakeEngine();
  private final JobDispatcher jobs = new JobDispatcher(engine);
  private final GrpcServer server = new GrpcServer(engine, jobs, Door.on("localhost", 0));
  private CamundaClient client;

  @BeforeEach
  void start() {
    server.start();
    client = newClient();
  }

  @AfterEach
  void stop() {
    client.close();
    jobs.close();
    server.close();
    engine.close();
  }

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
  void givesAPollTheJobsThatAreThere() {
    engine.createJobs(TYPE, 1);

    ActivatedJob job = activate(Duration.ofSeconds(5)).join().getJobs().get(0);

    assertThat(job.getType()).isEqualTo(TYPE);
    assertThat(job.getElementId()).isEqualTo("RegisterCase");
    assertThat(job.getVariablesAsMap()).containsEntry("district", "通州");
    assertThat(job.getCustomHeaders()).containsEntry("channel", "hotline");
    assertThat(job.getTags()).containsExactly("urgent");
    assertThat(job.getRetries()).isEqualTo(3);
  }

  @Test
  void holdsAPollUntilJobsCome() throws Exception {
    CamundaFuture<ActivateJobsResponse> poll = activate(Duration.ofMinutes(1));
    engine.next(ActivateJobs.class);

    engine.createJobs(TYPE, 1);

    assertThat(poll.join().getJobs()).hasSize(1);
  }

  @Test
  void losesNoJobToAPollThatHungUp() throws Exception {
    CamundaFuture<ActivateJobsResponse> poll = activate(Duration.ofMinutes(1));
    engine.next(ActivateJobs.class);
    client.close();
    client = newClient();

    engine.createJobs(TYPE, 1);

    assertThat(activate(Duration.ofMinutes(1)).join().getJobs()).hasSize(1);
    assertThat(poll.toCompletableFuture()).isCompletedExceptionally();
  }

  @Test
  void streamsJobsAsTheyCome() throws Exception {
    BlockingQueue<ActivatedJob> received = new LinkedBlockingQueue<>();
    client.newStreamJobsCommand().jobType(TYPE).consumer(received::add).send();

    engine.createJobs(TYPE, 40);

    for (int i = 0; i < 40; i++) {
      assertThat(received.poll(5, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void passesOnWhatWorkersTell() throws Exception {
    engine.answer(FailJob.class, command -> None.NONE);
    engine.answer(ThrowJobError.class, command -> None.NONE);
    engine.answer(UpdateJob.class, command -> None.NONE);

    client.newFailCommand(5).retries(2).retryBackoff(Duration.ofSeconds(7)).send().join();
    client.newThrowErrorCommand(6).errorCode("unreachable").send().join();
    client.newUpdateTimeoutCommand(7).timeout(Duration.ofSeconds(9)).send().join();

    assertThat(engine.next(FailJob.class).retryBackOff()).isEqualTo(Duration.ofSeconds(7));
    assertThat(engine.next(ThrowJobError.class).errorCode()).isEqualTo("unreachable");
    assertThat(engine.next(UpdateJob.class))
        .isEqualTo(new UpdateJob(7, null, Duration.ofSeconds(9)));
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

  @Test
  void releasesNothingOfAPollThatWasDelivered() throws Exception {
    engine.createJobs(TYPE, 1);

    activate(Duration.ofSeconds(5)).join();
    client.newTopologyRequest().send().join();

    assertThat(engine.done(ReleaseJobs.class)).isZero();
  }

  private CamundaFuture<ActivateJobsResponse> activate(Duration wait) {
    return client
        .newActivateJobsCommand()
        .jobType(TYPE)
        .maxJobsToActivate(5)
        .requestTimeout(wait)
        .send();
  }

  private static Status.Code code(Throwable refused) {
    return ((ClientStatusException) refused).getStatusCode();
  }

  private static InstanceCreated created(CompletableFuture<JsonValue> result) {
    return new InstanceCreated(77, 66, "complaint-case", 1, List.of(), result);
  }

  private CamundaClient newClient() {
    return CamundaClient.newClientBuilder()
        .grpcAddress(URI.create("http://localhost:" + server.port()))
        .preferRestOverGrpc(false)
        .build();
  }
}

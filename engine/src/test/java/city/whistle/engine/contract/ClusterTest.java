package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.BrokerInfo;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.PartitionBrokerRole;
import io.camunda.client.api.response.PartitionInfo;
import io.camunda.client.api.response.StatusResponse;
import io.camunda.client.api.response.Topology;
import io.camunda.client.api.search.response.ElementInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** The engine as a whole: how it is, what time it is, and everything anew. */
class ClusterTest {

  @OnEveryTarget
  void theEngineIsAHealthyClusterOfOne(Caller caller) {
    Topology topology = caller.client().newTopologyRequest().send().join();
    assertThat(topology.getClusterSize()).isEqualTo(1);
    assertThat(topology.getPartitionsCount()).isEqualTo(1);
    assertThat(topology.getGatewayVersion()).startsWith("8.8");
    assertThat(topology.getBrokers())
        .singleElement()
        .extracting(BrokerInfo::getPartitions)
        .satisfies(
            partitions -> {
              assertThat(partitions).hasSize(1);
              PartitionInfo partition = partitions.get(0);
              assertThat(partition.getPartitionId()).isEqualTo(1);
              assertThat(partition.getRole()).isEqualTo(PartitionBrokerRole.LEADER);
              assertThat(partition.getHealth()).isEqualTo(PartitionBrokerHealth.HEALTHY);
            });
  }

  @OnEveryTarget
  void theEngineIsUp(Caller caller) {
    assertThat(caller.client().newStatusRequest().send().join().getStatus())
        .isEqualTo(StatusResponse.Status.UP);
  }

  @OnEveryTarget
  void aPinnedClockStandsStillUntilItIsReset(Caller caller) {
    caller.deploy(caller.process().startEvent("Start").endEvent().done());
    Instant pinned = Instant.parse("2035-05-06T07:08:09Z");
    try {
      caller.client().newPinClockCommand().time(pinned).send().join();
      assertThat(begunAt(caller.start())).isEqualTo(pinned.atOffset(ZoneOffset.UTC));
      assertThat(begunAt(caller.start())).isEqualTo(pinned.atOffset(ZoneOffset.UTC));
    } finally {
      caller.client().newResetClockCommand().send().join();
    }
    assertThat(begunAt(caller.start())).isBefore(pinned.atOffset(ZoneOffset.UTC));
  }

  private static OffsetDateTime begunAt(Instance instance) {
    return instance.elements().stream()
        .filter(element -> element.getElementId().equals("Start"))
        .map(ElementInstance::getStartDate)
        .findFirst()
        .orElseThrow();
  }

  @OnEveryTarget
  void pinningTheClockLaterFiresWhatIsDueByThen(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .intermediateCatchEvent("Rest", e -> e.timerWithDuration("PT1H"))
            .endEvent()
            .done());
    try {
      caller
          .client()
          .newPinClockCommand()
          .time(Instant.parse("2035-01-01T00:00:00Z"))
          .send()
          .join();
      Instance instance = caller.start();
      caller
          .client()
          .newPinClockCommand()
          .time(Instant.parse("2035-01-01T00:59:59Z"))
          .send()
          .join();
      assertThat(instance.active()).containsExactly("Rest");
      caller
          .client()
          .newPinClockCommand()
          .time(Instant.parse("2035-01-01T01:00:00Z"))
          .send()
          .join();
      instance.isCompleted();
    } finally {
      caller.client().newResetClockCommand().send().join();
    }
  }

  @OnEveryTarget
  void aPurgeLeavesNothingButTheKeys(Caller caller) {
    caller.deploy(caller.oneJob());
    caller.deploy(caller.process("timed").startEvent().timerWithCycle("R/PT1H").endEvent().done());
    caller.publish("news", "c", Map.of());
    Instance before = caller.start();
    caller.purge();
    assertThat(caller.client().newProcessDefinitionSearchRequest().send().join().items()).isEmpty();
    assertThat(caller.client().newProcessInstanceSearchRequest().send().join().items()).isEmpty();
    assertThat(caller.jobs("work")).isEmpty();
    Refusal.NOT_FOUND.of(caller::start, caller.id());
    caller.moveClock(Duration.ofHours(2));
    assertThat(caller.client().newProcessInstanceSearchRequest().send().join().items()).isEmpty();

    caller.deploy(
        caller
            .process()
            .startEvent()
            .receiveTask("Wait")
            .message(m -> m.name(caller.id("news")).zeebeCorrelationKeyExpression("\"c\""))
            .endEvent()
            .done());
    Instance after = caller.start();
    assertThat(after.active()).containsExactly("Wait");
    assertThat(after.key()).isGreaterThan(before.key());
  }
}

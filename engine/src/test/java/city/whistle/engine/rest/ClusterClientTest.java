package city.whistle.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.MoveClock;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.PartitionBrokerRole;
import io.camunda.client.api.response.PartitionInfo;
import io.camunda.client.api.response.StatusResponse;
import io.camunda.client.api.response.Topology;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Camunda's own client sees how the engine is, and moves its clock. */
class ClusterClientTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @RegisterExtension private static final RestFixture fixture = new RestFixture();

  @Test
  void showsAHealthyLeaderAndTheLastChange() {
    Topology topology = fixture.client().newTopologyRequest().send().join();
    PartitionInfo partition = topology.getBrokers().get(0).getPartitions().get(0);
    assertThat(partition.getRole()).isEqualTo(PartitionBrokerRole.LEADER);
    assertThat(partition.getHealth()).isEqualTo(PartitionBrokerHealth.HEALTHY);
    assertThat(fixture.send("GET", "/v2/topology", null).body())
        .contains("\"lastCompletedChangeId\":\"0\"");
  }

  @Test
  void showsThatTheStoreIsAway() {
    fixture.engine.setHealthy(false);
    assertThat(fixture.client().newStatusRequest().send().join().getStatus())
        .isEqualTo(StatusResponse.Status.DOWN);
    assertThat(fixture.send("GET", "/v2/topology", null).body())
        .contains("\"health\":\"unhealthy\"");
  }

  @Test
  void showsThatTheStoreIsThere() {
    assertThat(fixture.client().newStatusRequest().send().join().getStatus())
        .isEqualTo(StatusResponse.Status.UP);
  }

  @Test
  void pinsAndResetsTheClock() {
    fixture.client().newPinClockCommand().time(NOW).send().join();
    assertThat(fixture.engine.lastCommand()).isEqualTo(new MoveClock.To(NOW));
    fixture.client().newResetClockCommand().send().join();
    assertThat(fixture.engine.lastCommand()).isEqualTo(new MoveClock.Reset());
  }
}

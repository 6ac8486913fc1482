package city.whistle.engine.grpc;

import city.whistle.engine.loop.ClusterStatus;
import city.whistle.engine.loop.Engine;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BrokerInfo;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition.PartitionBrokerHealth;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition.PartitionBrokerRole;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyResponse;
import io.grpc.stub.StreamObserver;
import java.util.function.IntSupplier;

/** This engine as a cluster of one. */
final class TopologyCall {

  private final Engine engine;
  private final String host;
  private final IntSupplier port;

  TopologyCall(Engine engine, String host, IntSupplier port) {
    this.engine = engine;
    this.host = host;
    this.port = port;
  }

  void answer(StreamObserver<TopologyResponse> caller) {
    caller.onNext(
        TopologyResponse.newBuilder()
            .addBrokers(broker())
            .setClusterSize(1)
            .setPartitionsCount(1)
            .setReplicationFactor(1)
            .setGatewayVersion(ClusterStatus.API_VERSION)
            .build());
    caller.onCompleted();
  }

  private BrokerInfo broker() {
    return BrokerInfo.newBuilder()
        .setNodeId(0)
        .setHost(host)
        .setPort(port.getAsInt())
        .setVersion(ClusterStatus.API_VERSION)
        .addPartitions(
            Partition.newBuilder()
                .setPartitionId(1)
                .setRole(PartitionBrokerRole.LEADER)
                .setHealth(
                    engine.isHealthy()
                        ? PartitionBrokerHealth.HEALTHY
                        : PartitionBrokerHealth.UNHEALTHY))
        .build();
  }
}

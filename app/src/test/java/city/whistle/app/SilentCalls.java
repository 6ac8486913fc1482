package city.whistle.app;

import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyRequest;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Calls over gRPC that are begun and nothing comes of, on a few connections. */
final class SilentCalls implements AutoCloseable {

  private static final int CONNECTIONS = 20;
  private static final int PATIENCE_SECONDS = 30;

  private final List<ManagedChannel> channels = new ArrayList<>();
  private final URI server;

  SilentCalls(URI server) {
    this.server = server;
    for (int i = 0; i < CONNECTIONS; i++) {
      channels.add(channel());
    }
  }

  private ManagedChannel channel() {
    return NettyChannelBuilder.forAddress(server.getHost(), server.getPort())
        .usePlaintext()
        .build();
  }

  /** Headers alone: a client that means to send more than one message sends them at once. */
  void beginWithoutARequest(int number) {
    MethodDescriptor<TopologyRequest, ?> method =
        GatewayGrpc.getTopologyMethod().toBuilder().setType(MethodType.BIDI_STREAMING).build();
    for (int i = 0; i < number; i++) {
      begin(i, method);
    }
    deliver();
  }

  void streamJobsThatNeverCome(int number) {
    StreamActivatedJobsRequest request =
        StreamActivatedJobsRequest.newBuilder().setType("never").setTimeout(1000).build();
    for (int i = 0; i < number; i++) {
      ClientCall<StreamActivatedJobsRequest, ?> call =
          begin(i, GatewayGrpc.getStreamActivatedJobsMethod());
      call.sendMessage(request);
      call.halfClose();
    }
    deliver();
  }

  private <Q, A> ClientCall<Q, A> begin(int number, MethodDescriptor<Q, A> method) {
    ClientCall<Q, A> call = channels.get(number % CONNECTIONS).newCall(method, CallOptions.DEFAULT);
    call.start(new ClientCall.Listener<>() {}, new Metadata());
    call.request(1);
    return call;
  }

  /** A call that ends comes behind those on its connection. */
  private void deliver() {
    channels.forEach(SilentCalls::answerOn);
  }

  /** What an honest client is answered on a connection of its own. */
  Status.Code answerToOthers() {
    ManagedChannel honest = channel();
    try {
      return answerOn(honest);
    } finally {
      honest.shutdownNow();
    }
  }

  private static Status.Code answerOn(ManagedChannel channel) {
    PublishMessageRequest message =
        PublishMessageRequest.newBuilder()
            .setName("honest")
            .setCorrelationKey("one")
            .setVariables("{\"said\": \"%s\"}".formatted("x".repeat(500)))
            .build();
    try {
      GatewayGrpc.newBlockingStub(channel)
          .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .publishMessage(message);
      return Status.Code.OK;
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode();
    }
  }

  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
  }
}

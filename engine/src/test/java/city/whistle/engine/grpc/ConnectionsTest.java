package city.whistle.engine.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.http.Arrivals;
import city.whistle.engine.http.Door;
import city.whistle.engine.job.JobDispatcher;
import city.whistle.engine.loop.FakeEngine;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyRequest;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that takes four connections. */
@Timeout(60)
class ConnectionsTest {

  private static final int MOST = 4;
  private static final int PATIENCE_MILLIS = 30_000;

  private final FakeEngine engine = new FakeEngine();
  private final JobDispatcher jobs = new JobDispatcher(engine);
  private final GrpcServer server =
      new GrpcServer(engine, jobs, Door.on("localhost", 0), new Arrivals(1_000_000), MOST);
  private final List<ManagedChannel> channels = new ArrayList<>();
  private final List<Socket> silent = new ArrayList<>();

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    channels.forEach(ManagedChannel::shutdownNow);
    for (Socket socket : silent) {
      socket.close();
    }
    jobs.close();
    server.close();
    engine.close();
  }

  @Test
  void closesWhatHasBeenWithoutACallForLongest() throws Exception {
    openSilently(MOST);

    calls(channel());

    assertThat(isClosed(silent.get(0))).isTrue();
  }

  @Test
  void answersWhileFurtherOnesAreOpenedThatSayNothing() throws Exception {
    ManagedChannel honest = channel();

    for (int i = 0; i < 5 * MOST; i++) {
      openSilently(1);
      calls(honest);
    }
  }

  @Test
  void keepsAConnectionThatHasACall() throws Exception {
    ManagedChannel honest = channel();
    CompletableFuture<Void> end = stream(honest);
    calls(honest);

    openSilently(5 * MOST);
    assertThat(isClosed(silent.get(0))).isTrue();

    jobs.close();
    assertThat(end).succeedsWithin(30, TimeUnit.SECONDS);
  }

  private void openSilently(int number) throws IOException {
    for (int i = 0; i < number; i++) {
      Socket socket = new Socket("localhost", server.port());
      socket.setSoTimeout(PATIENCE_MILLIS);
      silent.add(socket);
    }
  }

  /** Waits for it. */
  private static boolean isClosed(Socket socket) throws IOException {
    try {
      socket.getInputStream().readAllBytes();
      return true;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    }
  }

  private ManagedChannel channel() {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("localhost", server.port()).usePlaintext().build();
    channels.add(channel);
    return channel;
  }

  /** It ends well when the engine ends it. */
  private static CompletableFuture<Void> stream(ManagedChannel channel) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    GatewayGrpc.newStub(channel)
        .streamActivatedJobs(
            StreamActivatedJobsRequest.newBuilder().setType("a").setTimeout(1000).build(),
            new StreamObserver<>() {
              @Override
              public void onNext(ActivatedJob job) {}

              @Override
              public void onError(Throwable failure) {
                end.completeExceptionally(failure);
              }

              @Override
              public void onCompleted() {
                end.complete(null);
              }
            });
    return end;
  }

  private static void calls(ManagedChannel channel) {
    GatewayGrpc.newBlockingStub(channel)
        .withDeadlineAfter(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .topology(TopologyRequest.getDefaultInstance());
  }
}

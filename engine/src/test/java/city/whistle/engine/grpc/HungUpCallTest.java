package city.whistle.engine.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.Command;
import city.whistle.engine.http.Door;
import city.whistle.engine.job.JobDispatcher;
import city.whistle.engine.loop.Engine;
import city.whistle.engine.loop.FakeEngine;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyRequest;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.internal.ThreadExecutorMap;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker hangs up while its jobs are on their way, and the server is too busy to notice. */
@Timeout(120)
class HungUpCallTest {

  private static final String TYPE = "case.register";
  private static final long MINUTE = 60_000;
  private static final ConditionFactory PATIENTLY = Awaitility.await().atMost(30, TimeUnit.SECONDS);

  private final FakeEngine engine = new FakeEngine();
  private final CompletableFuture<EventExecutor> loop = new CompletableFuture<>();
  private final JobDispatcher jobs = new JobDispatcher(engine);
  private final GrpcServer server = new GrpcServer(new Watched(), jobs, Door.on("localhost", 0));
  private final CountDownLatch serverMayGoOn = new CountDownLatch(1);
  private final EventLoopGroup workersLoop = new NioEventLoopGroup(1);
  private ManagedChannel channel;

  @BeforeEach
  void start() {
    server.start();
    channel =
        NettyChannelBuilder.forAddress("localhost", server.port())
            .usePlaintext()
            .channelType(NioSocketChannel.class)
            .eventLoopGroup(workersLoop)
            .build();
  }

  @AfterEach
  void stop() {
    serverMayGoOn.countDown();
    channel.shutdownNow();
    jobs.close();
    server.close();
    engine.close();
    workersLoop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
  }

  @Test
  void aPollThatWasCancelledKeepsNoJob() throws Exception {
    ClientCall<?, ?> poll = poll();

    keepsNoJob(() -> poll.cancel("gone", null));
  }

  @Test
  void aPollWhoseClientClosedKeepsNoJob() throws Exception {
    poll();

    keepsNoJob(channel::shutdownNow);
  }

  @Test
  void aStreamThatWasCancelledKeepsNoJob() throws Exception {
    ClientCall<?, ?> stream = stream();

    keepsNoJob(() -> stream.cancel("gone", null));
  }

  @Test
  void aStreamWhoseClientClosedKeepsNoJob() throws Exception {
    stream();

    keepsNoJob(channel::shutdownNow);
  }

  private void keepsNoJob(Runnable hangUp) throws Exception {
    awaitActivations(1);
    keepTheServerBusy();
    hangUp.run();
    workersLoop.submit(() -> {}).get();
    workersLoop.submit(() -> {}).get();
    engine.createJobs(TYPE, 1);
    awaitActivations(2);
    awaitDispatcher();
    assertThat(engine.freeJobs(TYPE)).isZero();

    serverMayGoOn.countDown();

    PATIENTLY.until(() -> engine.freeJobs(TYPE) == 1);
  }

  private void awaitActivations(int count) {
    PATIENTLY.until(() -> engine.done(ActivateJobs.class) == count);
  }

  private ClientCall<?, ?> poll() {
    ActivateJobsRequest request =
        ActivateJobsRequest.newBuilder()
            .setType(TYPE)
            .setTimeout(MINUTE)
            .setMaxJobsToActivate(1)
            .setRequestTimeout(MINUTE)
            .build();
    return call(GatewayGrpc.getActivateJobsMethod(), request);
  }

  private ClientCall<?, ?> stream() {
    StreamActivatedJobsRequest request =
        StreamActivatedJobsRequest.newBuilder().setType(TYPE).setTimeout(MINUTE).build();
    return call(GatewayGrpc.getStreamActivatedJobsMethod(), request);
  }

  private <Q, A> ClientCall<Q, A> call(MethodDescriptor<Q, A> method, Q request) {
    ClientCall<Q, A> call = channel.newCall(method, CallOptions.DEFAULT);
    call.start(new ClientCall.Listener<>() {}, new Metadata());
    call.request(1);
    call.sendMessage(request);
    call.halfClose();
    return call;
  }

  /** What the server's thread is told from now on waits, and so does its reading. */
  private void keepTheServerBusy() throws Exception {
    GatewayGrpc.newBlockingStub(channel).topology(TopologyRequest.getDefaultInstance());
    CountDownLatch busy = new CountDownLatch(1);
    loop.get(30, TimeUnit.SECONDS)
        .execute(
            () -> {
              busy.countDown();
              await(serverMayGoOn);
            });
    assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();
  }

  /** What was activated before has been handed to the server when this returns. */
  private void awaitDispatcher() {
    for (int i = 0; i < 2; i++) {
      jobs.polls()
          .poll(
              new ActivateJobs("other", "worker", Duration.ofSeconds(1), 1, List.of()),
              Duration.ofMillis(-1))
          .join();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells which thread of the server a connection has. */
  private final class Watched implements Engine {

    @Override
    public <A> CompletableFuture<A> submit(Command<A> command) {
      return engine.submit(command);
    }

    @Override
    public void onJobsAvailable(Consumer<String> listener) {
      engine.onJobsAvailable(listener);
    }

    @Override
    public CompletableFuture<Void> purge() {
      return engine.purge();
    }

    @Override
    public boolean isHealthy() {
      loop.complete(ThreadExecutorMap.currentExecutor());
      return true;
    }

    @Override
    public EngineClock clock() {
      return engine.clock();
    }
  }
}

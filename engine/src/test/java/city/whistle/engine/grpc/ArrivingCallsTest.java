package city.whistle.engine.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.MessagePublished;
import city.whistle.engine.command.PublishMessage;
import city.whistle.engine.http.Arrivals;
import city.whistle.engine.http.Door;
import city.whistle.engine.job.JobDispatcher;
import city.whistle.engine.loop.FakeEngine;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageResponse;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients begin large messages, on connections of their own, and don't end them. */
@Timeout(60)
class ArrivingCallsTest {

  private static final int MOST = 100_000;
  private static final int MOST_CONNECTIONS = 100;

  private final FakeEngine engine = new FakeEngine();
  private final JobDispatcher jobs = new JobDispatcher(engine);
  private final GrpcServer server =
      new GrpcServer(engine, jobs, Door.on("localhost", 0), new Arrivals(MOST), MOST_CONNECTIONS);
  private final List<ManagedChannel> channels = new ArrayList<>();

  @BeforeEach
  void start() {
    engine.answer(PublishMessage.class, command -> new MessagePublished(1));
    server.start();
  }

  @AfterEach
  void stop() {
    channels.forEach(ManagedChannel::shutdownNow);
    jobs.close();
    server.close();
    engine.close();
  }

  @Test
  void givesUpWhoeverHoldsMost() {
    Call large = new Call(null);
    large.send(90_000);
    Call small = new Call(null);

    small.send(20_000);

    assertThat(large.answer)
        .succeedsWithin(30, TimeUnit.SECONDS)
        .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(small.ended()).isEqualTo(Status.Code.OK);
  }

  @Test
  void boundsCallsThatSayLittle() {
    ManagedChannel channel = channel();
    List<Call> many = Stream.generate(() -> new Call(channel, null)).limit(60).toList();

    many.forEach(call -> call.send(1));

    CompletableFuture<?>[] answers =
        many.stream().map(call -> call.answer).toArray(CompletableFuture[]::new);
    assertThat(CompletableFuture.anyOf(answers))
        .succeedsWithin(30, TimeUnit.SECONDS)
        .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
  }

  @Test
  void countsWhatIsUnpacked() {
    Call packed = new Call("gzip");

    packed.send(110_000);

    assertThat(packed.answer)
        .succeedsWithin(30, TimeUnit.SECONDS)
        .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip"})
  void hasRoomAgainForWhatComesAfterOthersEnded(String encoding) {
    for (int i = 0; i < 5; i++) {
      Call one = new Call(encoding.equals("gzip") ? encoding : null);
      one.send(90_000);
      assertThat(one.ended()).isEqualTo(Status.Code.OK);
    }
  }

  @Test
  void hasRoomAgainForWhatComesAfterOthersWereCancelled() {
    ManagedChannel channel = channel();
    for (int i = 0; i < 5; i++) {
      Call one = new Call(channel, null);
      one.send(60_000);
      one.call.cancel("gone", null);
    }
    Call next = new Call(channel, null);
    next.send(90_000);

    assertThat(next.ended()).isEqualTo(Status.Code.OK);
  }

  private ManagedChannel channel() {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("localhost", server.port()).usePlaintext().build();
    channels.add(channel);
    return channel;
  }

  private final class Call {

    private final ClientCall<PublishMessageRequest, PublishMessageResponse> call;
    private final CompletableFuture<Status.Code> answer = new CompletableFuture<>();

    Call(String compression) {
      this(channel(), compression);
    }

    Call(ManagedChannel channel, String compression) {
      call =
          channel.newCall(
              GatewayGrpc.getPublishMessageMethod(),
              CallOptions.DEFAULT.withCompression(compression));
      call.start(
          new ClientCall.Listener<>() {
            @Override
            public void onClose(Status status, Metadata trailers) {
              answer.complete(status.getCode());
            }
          },
          new Metadata());
      call.request(1);
    }

    void send(int bytes) {
      call.sendMessage(
          PublishMessageRequest.newBuilder()
              .setName("a")
              .setCorrelationKey("b".repeat(bytes))
              .build());
    }

    Status.Code ended() {
      call.halfClose();
      return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }
  }
}

package city.whistle.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.command.JobsActivated.ActivatedJob;
import city.whistle.engine.command.ReleaseJobs;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.Row;
import com.linecorp.armeria.common.CommonPools;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker hangs up while its jobs are on their way, and the server is too busy to notice. */
@Timeout(60)
class HungUpWorkerTest {

  private final RestFixture fixture = new RestFixture();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private final CountDownLatch serverMayGoOn = new CountDownLatch(1);

  @AfterEach
  void stop() {
    serverMayGoOn.countDown();
    mayAnswer.countDown();
    fixture.close();
  }

  @Test
  void keepsNoJobEvenIfTheServerHasNotSeenItYet() throws Exception {
    fixture.engine.answer(ActivateJobs.class, this::activate);
    Socket worker = poll();
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    keepTheServerBusy();
    worker.close();
    answer();
    serverMayGoOn.countDown();

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(fixture.engine.commands())
                    .anyMatch(command -> command instanceof ReleaseJobs));
  }

  private JobsActivated activate(ActivateJobs request) {
    if (!request.type().equals("ring")) {
      return new JobsActivated(List.of(), Row.NONE);
    }
    asked.countDown();
    await(mayAnswer);
    return new JobsActivated(
        List.of(new ActivatedJob(WorkClientTest.job(), JsonValue.EMPTY_OBJECT, null)), Row.NONE);
  }

  /** Everything that the server's threads are told from now on waits, and so does the reading. */
  private void keepTheServerBusy() throws InterruptedException {
    List<EventExecutor> loops =
        StreamSupport.stream(CommonPools.workerGroup().spliterator(), false).toList();
    CountDownLatch busy = new CountDownLatch(loops.size());
    for (EventExecutor loop : loops) {
      loop.execute(
          () -> {
            busy.countDown();
            await(serverMayGoOn);
          });
    }
    assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
  }

  /** The job has been handed to the server when this returns: polls are served one by one. */
  private void answer() {
    CompletableFuture<JobsActivated> next =
        fixture
            .polls()
            .poll(
                new ActivateJobs("other", "worker", Duration.ofSeconds(1), 1, List.of()),
                Duration.ofMillis(-1));
    mayAnswer.countDown();
    next.join();
  }

  private Socket poll() throws IOException {
    String body = "{\"type\":\"ring\",\"maxJobsToActivate\":1,\"timeout\":1000}";
    String head =
        "POST /v2/jobs/activation HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n";
    Socket worker = new Socket("127.0.0.1", fixture.port());
    worker
        .getOutputStream()
        .write((head.formatted(body.length()) + body).getBytes(StandardCharsets.US_ASCII));
    return worker;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

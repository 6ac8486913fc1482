package city.whistle.engine.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.FailJob;
import city.whistle.engine.command.ReleaseJobs;
import city.whistle.engine.command.ThrowJobError;
import city.whistle.engine.command.UpdateJob;
import city.whistle.engine.outcome.None;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.response.ActivateJobsResponse;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GrpcJobsTest extends GrpcServerScene {

  private static final String TYPE = "case.register";

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
}

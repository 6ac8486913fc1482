package city.whistle.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.command.MoveClock;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.response.ActivateJobsResponse;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobWorker;
import io.grpc.Status;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersOverGrpcTest extends JobsOverGrpc {

  private static final Duration NOT_AT_ALL = Duration.ofMillis(-1);

  @Test
  void getJobsWithTheirData() {
    long instance = create(Map.of("caseId", "BJ-1", "round", 2));

    ActivatedJob job = activate(LONG).join().getJobs().get(0);

    assertThat(job.getProcessInstanceKey()).isEqualTo(instance);
    assertThat(job.getBpmnProcessId()).isEqualTo("complaint-case");
    assertThat(job.getElementId()).isEqualTo("RegisterCase");
    assertThat(job.getCustomHeaders()).containsEntry("channel", "hotline");
    assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("caseId", "BJ-1", "round", 2));
  }

  @Test
  void getOnlyTheVariablesTheyAskFor() {
    create(Map.of("caseId", "BJ-1", "round", 2));

    ActivatedJob job = request(LONG).fetchVariables("round").send().join().getJobs().get(0);

    assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("round", 2));
  }

  @Test
  void waitForJobsThatComeLater() {
    CamundaFuture<ActivateJobsResponse> poll = activate(LONG);
    assertThat(poll.toCompletableFuture()).isNotDone();

    create(Map.of());

    assertThat(poll.join().getJobs()).hasSize(1);
  }

  @Test
  void neverHaveTheSameJobAtOnce() {
    create(Map.of());
    activate(LONG).join();

    assertThat(activate(NOT_AT_ALL).join().getJobs()).isEmpty();
  }

  @Test
  void getAJobAgainOnceItsTimeIsOver() {
    create(Map.of());
    activate(LONG).join();
    CamundaFuture<ActivateJobsResponse> next = activate(LONG);

    engine.engine().submit(new MoveClock.By(Duration.ofMinutes(6))).join();

    assertThat(next.join().getJobs()).hasSize(1);
  }

  @Test
  void getAFailedJobAgainAfterItsRest() {
    create(Map.of());
    long job = activate(LONG).join().getJobs().get(0).getKey();
    client.newFailCommand(job).retries(2).retryBackoff(Duration.ofHours(1)).send().join();
    assertThat(activate(NOT_AT_ALL).join().getJobs()).isEmpty();
    CamundaFuture<ActivateJobsResponse> next = activate(LONG);

    engine.engine().submit(new MoveClock.By(Duration.ofHours(1))).join();

    assertThat(next.join().getJobs()).singleElement().matches(again -> again.getRetries() == 2);
  }

  @Test
  void loseNoJobToOneThatHungUp() {
    CamundaClient gone = newClient();
    gone.newActivateJobsCommand().jobType(TYPE).maxJobsToActivate(1).requestTimeout(LONG).send();
    gone.newTopologyRequest().send().join();
    gone.close();

    create(Map.of());

    assertThat(activate(Duration.ofSeconds(5)).join().getJobs()).hasSize(1);
  }

  @Test
  void areStreamedWhatIsThereAndWhatComes() throws InterruptedException {
    BlockingQueue<ActivatedJob> received = new LinkedBlockingQueue<>();
    create(Map.of("round", 1));
    client.newStreamJobsCommand().jobType(TYPE).consumer(received::add).send();
    assertThat(received.poll(10, TimeUnit.SECONDS)).isNotNull();

    create(Map.of("round", 2));

    assertThat(received.poll(10, TimeUnit.SECONDS))
        .isNotNull()
        .matches(job -> job.getVariablesAsMap().equals(Map.of("round", 2)));
  }

  @Test
  void doEachJobOnceTogether() throws InterruptedException {
    int count = 200;
    BlockingQueue<Long> done = new LinkedBlockingQueue<>();
    List<JobWorker> workers = new ArrayList<>();
    for (boolean streaming : List.of(true, true, false)) {
      workers.add(
          client
              .newWorker()
              .jobType(TYPE)
              .handler(
                  (jobs, job) -> {
                    jobs.newCompleteCommand(job).send().join();
                    done.add(job.getProcessInstanceKey());
                  })
              .streamEnabled(streaming)
              .open());
    }

    Set<Long> created = new HashSet<>();
    for (int i = 0; i < count; i++) {
      created.add(create(Map.of()));
    }
    List<Long> worked = new ArrayList<>();
    while (worked.size() < count) {
      worked.add(done.poll(20, TimeUnit.SECONDS));
    }
    workers.forEach(JobWorker::close);

    assertThat(worked).containsExactlyInAnyOrderElementsOf(created);
  }

  @Test
  void areToldOfAJobThatIsGone() {
    create(Map.of());
    long job = activate(LONG).join().getJobs().get(0).getKey();
    client.newCompleteCommand(job).send().join();

    assertThatThrownBy(() -> client.newCompleteCommand(job).send().join())
        .satisfies(refused -> assertThat(code(refused)).isEqualTo(Status.Code.NOT_FOUND))
        .hasMessageStartingWith("Command 'COMPLETE' rejected with code 'NOT_FOUND': ");
  }

  @Test
  void stopWaitingWhenEverythingIsDeleted() throws Exception {
    CamundaFuture<ActivateJobsResponse> poll = activate(LONG);
    client.newTopologyRequest().send().join();

    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create(engine.managementAddress() + "/actuator/cluster/purge"))
                .POST(BodyPublishers.noBody())
                .build(),
            BodyHandlers.discarding());

    assertThat(poll.join(10, TimeUnit.SECONDS).getJobs()).isEmpty();
  }

  private long create(Map<String, Object> variables) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("complaint-case")
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }
}
